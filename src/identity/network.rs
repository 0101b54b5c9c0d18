//! The part of an address that one person can hardly change: /24 of IPv4, /64 of IPv6.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Where somebody calls from, coarsely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network(pub IpAddr);

impl Network {
    pub fn of(address: IpAddr) -> Self {
        let address = address.to_canonical();
        Self(match address {
            IpAddr::V4(v4) => {
                let [a, b, c, _] = v4.octets();
                IpAddr::V4(Ipv4Addr::new(a, b, c, 0))
            }
            IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from(u128::from(v6) & !u128::from(u64::MAX))),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_a_network_in_every_spelling() {
        let network = |text: &str| Network::of(text.parse().unwrap());
        assert_eq!(network("10.1.2.3"), network("10.1.2.200"));
        assert_eq!(network("10.1.2.3"), network("::ffff:10.1.2.9"));
        assert_ne!(network("10.1.2.3"), network("10.1.3.3"));
        assert_eq!(network("2001:db8::1"), network("2001:db8::ffff:0:0:2"));
        assert_ne!(network("2001:db8::1"), network("2001:db8:0:1::1"));
    }
}
