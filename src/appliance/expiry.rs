//! When a certificate ends. Reads just so much of X.509 (RFC 5280, section 4.1) as leads there, and refuses to guess.

use std::path::Path;

use jiff::civil;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use crate::model::time::{DAY_MS, Timestamp};

const SEQUENCE: u8 = 0x30;
const VERSION: u8 = 0xA0;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;

/// The first certificate of a PEM file; `None` when there is none, or none that can be read.
pub fn of_file(path: &Path) -> Option<Timestamp> {
    of(CertificateDer::from_pem_file(path).ok()?.as_ref())
}

pub fn of(certificate: &[u8]) -> Option<Timestamp> {
    let (outer, _) = field(certificate, SEQUENCE)?;
    let (mut body, _) = field(outer, SEQUENCE)?;
    if body.first() == Some(&VERSION) {
        (_, body) = any(body)?;
    }
    // The serial number, the algorithm and the issuer stand before the validity.
    for _ in 0..3 {
        (_, body) = any(body)?;
    }
    let (validity, _) = field(body, SEQUENCE)?;
    let (_, not_after) = any(validity)?;
    instant(*not_after.first()?, any(not_after)?.0)
}

/// Whole days until then; negative when it is over.
pub const fn days_left(end: Timestamp, now: Timestamp) -> i64 {
    end.since(now).div_euclid(DAY_MS)
}

/// `YYMMDDHHMMSSZ` with the years 1950 to 2049, or `YYYYMMDDHHMMSSZ`.
fn instant(tag: u8, text: &[u8]) -> Option<Timestamp> {
    let text = std::str::from_utf8(text).ok()?.strip_suffix('Z')?;
    let (year, rest) = text.split_at_checked(text.len().checked_sub(10)?)?;
    let year: i16 = match (tag, year.len()) {
        (UTC_TIME, 2) => year.parse().ok().map(|year: i16| if year < 50 { 2000 + year } else { 1900 + year })?,
        (GENERALIZED_TIME, 4) => year.parse().ok()?,
        _ => return None,
    };
    let part = |at: usize| rest.get(at..at + 2).and_then(|part| part.parse::<i8>().ok());
    let moment = civil::DateTime::new(year, part(0)?, part(2)?, part(4)?, part(6)?, part(8)?, 0).ok()?;
    let zoned = moment.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
    Some(Timestamp(zoned.timestamp().as_millisecond()))
}

fn field(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    (bytes.first() == Some(&tag)).then(|| any(bytes))?
}

/// Content of the first element, and what follows it.
fn any(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = (*bytes.get(1)?, bytes.get(2..)?);
    if length < 0x80 {
        return rest.split_at_checked(usize::from(length));
    }
    let (digits, rest) = rest.split_at_checked(usize::from(length & 0x7F))?;
    let length =
        digits.iter().try_fold(0_usize, |sum, digit| sum.checked_mul(256)?.checked_add(usize::from(*digit)))?;
    rest.split_at_checked(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(year: i32) -> Vec<u8> {
        let key = rcgen::KeyPair::generate().unwrap();
        let mut params = rcgen::CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
        params.not_after = rcgen::date_time_ymd(year, 3, 4);
        params.self_signed(&key).unwrap().der().to_vec()
    }

    #[test]
    fn the_end_is_read_in_both_forms_of_time() {
        for year in [2031, 2049, 2050, 2120] {
            let end = civil::date(i16::try_from(year).unwrap(), 3, 4).to_zoned(jiff::tz::TimeZone::UTC).unwrap();
            assert_eq!(of(&made(year)), Some(Timestamp(end.timestamp().as_millisecond())), "{year}");
        }
    }

    #[test]
    fn a_cut_certificate_has_no_end() {
        let whole = made(2031);
        for len in 0..whole.len() {
            assert_eq!(of(&whole[..len]), None, "{len} bytes");
        }
    }

    #[test]
    fn a_day_that_has_begun_counts() {
        let now = Timestamp(DAY_MS * 10);
        assert_eq!([0, 1, DAY_MS, -1].map(|ms| days_left(now.plus_ms(ms), now)), [0, 0, 1, -1]);
    }
}
