//! What a virus scanner says of a file: the replies of clamd to INSTREAM.

use std::{fmt, path::PathBuf, str::FromStr};

/// What a scanner says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScanReply {
    /// Nothing was found.
    Clean,
    /// This was found, by the scanner's name for it.
    Found(String),
}

/// The most letters of what was found.
const LONGEST_NAME: usize = 100;

/// Reads a reply, as in `stream: OK` and `stream: Eicar-Test-Signature FOUND`. None for anything else, such as an error.
#[must_use]
pub fn read_reply(reply: &str) -> Option<ScanReply> {
    let said = reply.trim_matches(|letter: char| letter == '\0' || letter.is_whitespace());
    let said = said.strip_prefix("stream:")?.trim();
    if said == "OK" {
        return Some(ScanReply::Clean);
    }
    let name: String =
        said.strip_suffix("FOUND")?.trim().chars().filter(|letter| !letter.is_control()).take(LONGEST_NAME).collect();
    (!name.is_empty()).then_some(ScanReply::Found(name))
}

/// Where a scanner listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScannerAddress {
    /// At a host and a port.
    Tcp(String),
    /// At a socket of this machine.
    Socket(PathBuf),
}

/// Neither `HOST:PORT` nor the path of a socket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAScanner;

impl fmt::Display for NotAScanner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("neither HOST:PORT nor the path of a socket")
    }
}

impl std::error::Error for NotAScanner {}

impl FromStr for ScannerAddress {
    type Err = NotAScanner;

    fn from_str(typed: &str) -> Result<Self, NotAScanner> {
        let typed = typed.trim();
        let path = typed.strip_prefix("unix:").unwrap_or(typed);
        if path.starts_with('/') {
            return Ok(Self::Socket(path.into()));
        }
        match typed.rsplit_once(':') {
            Some((host, port)) if !host.is_empty() && port.parse::<u16>().is_ok() => Ok(Self::Tcp(typed.to_owned())),
            _ => Err(NotAScanner),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_clamd_says_is_clean_or_has_a_name_or_is_no_answer() {
        assert_eq!(read_reply("stream: OK\0"), Some(ScanReply::Clean));
        let found = ScanReply::Found("Eicar-Test-Signature".to_owned());
        assert_eq!(read_reply("stream: Eicar-Test-Signature FOUND\n"), Some(found));
        for other in ["", "stream: ", "stream: FOUND", "OK", "INSTREAM size limit exceeded. ERROR", "stream: Not OK"] {
            assert_eq!(read_reply(other), None, "{other:?}");
        }
    }

    #[test]
    fn a_scanner_is_at_a_port_or_at_a_socket() {
        assert_eq!("127.0.0.1:3310".parse(), Ok(ScannerAddress::Tcp("127.0.0.1:3310".to_owned())));
        assert_eq!("[::1]:3310".parse(), Ok(ScannerAddress::Tcp("[::1]:3310".to_owned())));
        for socket in ["/run/clamav/clamd.ctl", "unix:/run/clamav/clamd.ctl"] {
            assert_eq!(socket.parse(), Ok(ScannerAddress::Socket("/run/clamav/clamd.ctl".into())));
        }
        for wrong in ["", "clamd", "clamd:", ":3310", "clamd:99999", "unix:clamd"] {
            assert_eq!(wrong.parse::<ScannerAddress>(), Err(NotAScanner), "{wrong:?}");
        }
    }
}
