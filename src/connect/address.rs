//! Which addresses the appliance may call. Public addresses always; private, loopback and link-local ones only where IT listed
//! them in the configuration file, so that nobody who designs a flow can reach into the server's own network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// `10.20.0.0/16:443` or `erp.corp:8080`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listed {
    Net { net: IpAddr, prefix: u8, port: u16 },
    Host { host: String, port: u16 },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not of the form host:port or net/prefix:port")]
pub struct ListedInvalid;

impl FromStr for Listed {
    type Err = ListedInvalid;

    fn from_str(text: &str) -> Result<Self, ListedInvalid> {
        let (head, port) = text.rsplit_once(':').ok_or(ListedInvalid)?;
        let port = port.parse().map_err(|_| ListedInvalid)?;
        let head = head.trim_start_matches('[').trim_end_matches(']');
        let (net, prefix) = head.split_once('/').map_or((head, None), |(net, prefix)| (net, Some(prefix)));
        match net.parse::<IpAddr>() {
            Ok(net) => {
                let widest = if net.is_ipv4() { 32 } else { 128 };
                let prefix = prefix.map_or(Ok(widest), |p| p.parse().map_err(|_| ListedInvalid))?;
                if prefix > widest { Err(ListedInvalid) } else { Ok(Self::Net { net, prefix, port }) }
            }
            Err(_) if prefix.is_none() && !net.is_empty() => Ok(Self::Host { host: net.to_lowercase(), port }),
            Err(_) => Err(ListedInvalid),
        }
    }
}

/// Immutable; made from the configuration at start.
#[derive(Debug, Clone, Default)]
pub struct AddressPolicy {
    pub listed: Vec<Listed>,
}

impl AddressPolicy {
    /// Whether `host`, resolved to `address`, may be connected to at `port`.
    pub fn allows(&self, host: &str, address: IpAddr, port: u16) -> bool {
        is_public(address) || self.listed.iter().any(|entry| entry.covers(host, address, port))
    }
}

impl Listed {
    /// Whether this entry speaks of exactly this host and port, before any resolution.
    pub fn names(&self, host: &str, port: u16) -> bool {
        match host.parse::<IpAddr>() {
            Ok(address) => self.covers(host, address, port),
            Err(_) => {
                matches!(self, Self::Host { host: listed, port: at } if *at == port && host.eq_ignore_ascii_case(listed))
            }
        }
    }

    pub fn names_host(&self, host: &str) -> bool {
        matches!(self, Self::Host { host: listed, .. } if host.eq_ignore_ascii_case(listed))
    }

    fn covers(&self, host: &str, address: IpAddr, port: u16) -> bool {
        match self {
            Self::Host { host: listed, port: at } => *at == port && host.eq_ignore_ascii_case(listed),
            Self::Net { net, prefix, port: at } => *at == port && shares_prefix(*net, unmapped(address), *prefix),
        }
    }
}

fn shares_prefix(net: IpAddr, address: IpAddr, prefix: u8) -> bool {
    match (net, address) {
        (IpAddr::V4(net), IpAddr::V4(address)) => {
            let mask = u32::MAX.checked_shl(32 - u32::from(prefix)).unwrap_or(0);
            net.to_bits() & mask == address.to_bits() & mask
        }
        (IpAddr::V6(net), IpAddr::V6(address)) => {
            let mask = u128::MAX.checked_shl(128 - u32::from(prefix)).unwrap_or(0);
            net.to_bits() & mask == address.to_bits() & mask
        }
        (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
    }
}

/// `::ffff:127.0.0.1` is 127.0.0.1.
fn unmapped(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => v6.to_ipv4_mapped().map_or(address, IpAddr::V4),
        IpAddr::V4(_) => address,
    }
}

/// Special-purpose blocks of RFC 6890 and its updates are not public; nor are prefixes that embed an IPv4 address.
pub fn is_public(address: IpAddr) -> bool {
    match unmapped(address) {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

fn is_public_v4(v4: Ipv4Addr) -> bool {
    let [a, b, c, _] = v4.octets();
    !(v4.is_private()
        || v4.is_loopback()
        || v4.is_link_local()
        || v4.is_multicast()
        || v4.is_broadcast()
        || v4.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (b == 18 || b == 19)))
}

fn is_public_v6(v6: Ipv6Addr) -> bool {
    let first = v6.segments()[0];
    // Global unicast is 2000::/3; inside it 6to4, Teredo and documentation are refused.
    (first & 0xe000) == 0x2000
        && first != 0x2002
        && !(first == 0x2001 && (v6.segments()[1] == 0 || v6.segments()[1] == 0x0db8))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("a literal address")
    }

    #[test]
    fn inner_addresses_are_not_public_in_any_spelling() {
        for inner in [
            "127.0.0.1",
            "10.1.2.3",
            "172.31.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "fe80::1",
            "fd00::1",
            "ff02::1",
        ] {
            assert!(!is_public(ip(inner)), "{inner}");
        }
        for outer in ["8.8.8.8", "223.5.5.5", "2400:3200::1"] {
            assert!(is_public(ip(outer)), "{outer}");
        }
    }

    #[test]
    fn listing_one_entry_opens_nothing_else() {
        let policy =
            AddressPolicy { listed: vec!["10.20.0.0/16:443".parse().unwrap(), "erp.corp:8080".parse().unwrap()] };
        assert!(policy.allows("x", ip("10.20.3.4"), 443));
        assert!(policy.allows("ERP.corp", ip("192.168.0.9"), 8080));
        for (host, address, port) in [
            ("x", "10.20.3.4", 80),
            ("x", "10.21.0.1", 443),
            ("erp.corp", "192.168.0.9", 80),
            ("evil", "192.168.0.9", 8080),
            ("x", "127.0.0.1", 443),
        ] {
            assert!(!policy.allows(host, ip(address), port), "{host} {address} {port}");
        }
    }

    #[test]
    fn entries_are_parsed_strictly() {
        for bad in ["", "erp.corp", "10.0.0.0/33:1", "10.0.0.0/8", "host/8:80", ":80", "a:99999"] {
            assert!(bad.parse::<Listed>().is_err(), "{bad}");
        }
    }
}
