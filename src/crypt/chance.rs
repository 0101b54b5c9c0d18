//! The one place that draws from chance. Refuses a second source: every byte comes from the kernel, drawn when it is
//! needed, so a cloned or resumed machine repeats nothing.

use crate::model::time::Timestamp;

/// Fills `bytes` from the kernel's generator.
pub fn fill(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the kernel always has random bytes once it has booted");
}

pub fn draw<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    fill(&mut bytes);
    bytes
}

/// A UUID version 7: creation time in milliseconds, then chance. Ids made later sort later, but for those of one millisecond.
pub fn uuid_v7(now: Timestamp) -> u128 {
    let ms = u128::try_from(now.0).unwrap_or(0) & 0xFFFF_FFFF_FFFF;
    let random = u128::from_be_bytes(draw());
    let version = 7_u128 << 76;
    let variant = 2_u128 << 62;
    let keep = !(0xFFFF_FFFF_FFFF_u128 << 80 | 0xF_u128 << 76 | 3_u128 << 62);
    ms << 80 | version | variant | random & keep
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_carries_its_time_version_and_variant() {
        let id = uuid::Uuid::from_u128(uuid_v7(Timestamp(1_764_000_000_123)));
        assert_eq!(id.get_version_num(), 7);
        assert_eq!(id.get_variant(), uuid::Variant::RFC4122);
        assert_eq!(id.get_timestamp().map(|at| at.to_unix()), Some((1_764_000_000, 123_000_000)));
    }

    #[test]
    fn later_ids_sort_later() {
        assert!(uuid_v7(Timestamp(1)) < uuid_v7(Timestamp(2)));
    }
}
