//! Whom a request comes from: the peer's address, or the one that the proxy in front saw.

use axum::{extract::ConnectInfo, http::request::Parts};
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// The part of the client's address that stands for one household or company; empty where it is not known.
///
/// A proxy appends the address it saw to `X-Forwarded-For`; anybody can write what comes before that. `axum-client-ip`
/// reads the same last address, but not the port that some proxies write after it.
pub fn network_of(request: &Parts, behind_proxy: bool) -> String {
    let forwarded = behind_proxy
        .then(|| request.headers.get_all("x-forwarded-for").iter().next_back())
        .flatten()
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.rsplit(',').next())
        .and_then(|address| parse(address.trim()));
    let peer = || request.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    forwarded.or_else(peer).map(network_prefix).unwrap_or_default()
}

/// An address as proxies write it: alone, in brackets, or with the port it came from.
fn parse(written: &str) -> Option<IpAddr> {
    let bare = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(written);
    bare.parse().ok().or_else(|| Some(written.parse::<SocketAddr>().ok()?.ip()))
}

/// An IPv4 address, or the first half of an IPv6 address: its owner has 2^64 of them.
fn network_prefix(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    #[test]
    fn a_proxy_may_write_the_port_beside_the_address() {
        for written in ["192.0.2.7", "192.0.2.7:5678"] {
            assert_eq!(parse(written).map(network_prefix).as_deref(), Some("192.0.2.7"), "{written}");
        }
        for written in ["2001:db8::7", "[2001:db8::7]", "[2001:db8::7]:5678"] {
            assert_eq!(parse(written).map(network_prefix).as_deref(), Some("2001:db8::"), "{written}");
        }
        for written in ["", "unknown", "192.0.2.7:", "192.0.2.7:port", "[192.0.2.7", "_hidden"] {
            assert_eq!(parse(written), None, "{written}");
        }
    }

    #[test]
    fn a_network_counts_as_one() {
        let of = |address: &str| network_prefix(address.parse().unwrap());
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2:ffff::1"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.7"), "192.0.2.7");
        assert_ne!(of("192.0.2.7"), of("192.0.2.8"));
    }

    #[test]
    fn only_what_the_proxy_itself_wrote_is_believed_and_only_where_there_is_one() {
        let peer = ConnectInfo(SocketAddr::from(([198, 51, 100, 1], 4000)));
        let request = Request::builder()
            .header("x-forwarded-for", "203.0.113.9")
            .header("x-forwarded-for", "203.0.113.9, 192.0.2.7")
            .extension(peer)
            .body(())
            .unwrap();
        let (parts, ()) = request.into_parts();
        assert_eq!(network_of(&parts, true), "192.0.2.7");
        assert_eq!(network_of(&parts, false), "198.51.100.1");
    }
}
