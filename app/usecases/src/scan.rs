//! Asking a virus scanner about what people send, before it is kept: clamd's INSTREAM. Where a scanner is set and does not
//! answer, nothing is taken in.

use crate::{
    InternalError, Portal,
    security_log::{self, SecurityKind, SecurityOutcome},
};
use bytes::Bytes;
use coplan_domain::scan::{ScanReply, ScannerAddress, read_reply};
use coplan_store::access::Actor;
use futures_util::{Stream, StreamExt};
use std::{io, pin::pin, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpStream, UnixStream},
    time::timeout,
};

/// How long a scanner may take for one file, from the first word to the last.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long it may take until it is there at all.
const CONNECTION: Duration = Duration::from_secs(5);
/// The most bytes of a reply.
const REPLY: u64 = 4096;
/// The most bytes that are sent in one piece.
const PIECE: usize = 64 * 1024;

/// Why something is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ScanRefusal {
    /// This was found in it.
    Found(String),
    /// The scanner did not answer.
    Away,
}

/// Asks the scanner, where there is one, about what `open` gives; what was found is noted in the security log.
pub(crate) async fn check<S: Stream<Item = io::Result<Bytes>> + Send>(
    portal: &Portal,
    actor: &Actor,
    open: impl Future<Output = Result<S, InternalError>> + Send,
) -> Result<Result<(), ScanRefusal>, InternalError> {
    // Where nobody is asked, nothing is read and nothing is copied.
    let Some(address) = &portal.settings.scanner else { return Ok(Ok(())) };
    match timeout(PATIENCE, ask(address, open.await?)).await {
        Ok(Ok(ScanReply::Clean)) => Ok(Ok(())),
        Ok(Ok(ScanReply::Found(name))) => {
            tracing::warn!(found = name, "a file that somebody sent was refused");
            security_log::refused_to(portal, actor, SecurityKind::Malware, SecurityOutcome::Refused).await?;
            Ok(Err(ScanRefusal::Found(name)))
        }
        Ok(Err(error)) => {
            tracing::error!("the virus scanner cannot be asked: {error}");
            Ok(Err(ScanRefusal::Away))
        }
        Err(_) => {
            tracing::error!("the virus scanner did not answer in time");
            Ok(Err(ScanRefusal::Away))
        }
    }
}

async fn ask(address: &ScannerAddress, bytes: impl Stream<Item = io::Result<Bytes>> + Send) -> io::Result<ScanReply> {
    let late = |_| io::Error::from(io::ErrorKind::TimedOut);
    match address {
        ScannerAddress::Tcp(address) => {
            converse(timeout(CONNECTION, TcpStream::connect(address)).await.map_err(late)??, bytes).await
        }
        ScannerAddress::Socket(path) => {
            converse(timeout(CONNECTION, UnixStream::connect(path)).await.map_err(late)??, bytes).await
        }
    }
}

/// Sends the bytes in pieces, each behind its length, and then none; and reads what is said to them.
async fn converse(
    mut scanner: impl AsyncRead + AsyncWrite + Unpin,
    bytes: impl Stream<Item = io::Result<Bytes>>,
) -> io::Result<ScanReply> {
    let mut bytes = pin!(bytes);
    let sent = async {
        scanner.write_all(b"zINSTREAM\0").await?;
        while let Some(chunk) = bytes.next().await {
            for piece in chunk?.chunks(PIECE) {
                let length = u32::try_from(piece.len()).map_err(io::Error::other)?;
                scanner.write_all(&length.to_be_bytes()).await?;
                scanner.write_all(piece).await?;
            }
        }
        scanner.write_all(&0_u32.to_be_bytes()).await?;
        scanner.flush().await
    };
    let sent: io::Result<()> = sent.await;
    // A scanner that has seen enough says so and hangs up, and what it said tells more than that it did.
    let mut reply = Vec::new();
    let read = scanner.take(REPLY).read_to_end(&mut reply).await;
    if let Some(said) = read_reply(&String::from_utf8_lossy(&reply)) {
        return Ok(said);
    }
    sent?;
    read?;
    Err(io::Error::new(io::ErrorKind::InvalidData, "what it says is no answer"))
}
