//! Claims about the virus scanner: it is asked about every file before that is kept, and where it does not answer none is.

use crate::fixtures::{Fixtures, ground};
use coplan_domain::{scan::ScannerAddress, security::SecurityKind};
use coplan_store::{Turn, on_both_databases};
use coplan_usecases::{
    Portal, Settings,
    attachment::{self, Refusal},
    import::{self, IncomingFile},
    security_log::{self, SecurityFilter},
};
use futures_util::stream;
use std::sync::Arc;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// The file of EICAR that every scanner finds, in two parts, so that none finds it here.
const EICAR: [&str; 2] = [r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"];

/// What clamd does with one file that is sent to it.
async fn answer(mut asked: TcpStream) -> Option<()> {
    let mut command = [0; 10];
    asked.read_exact(&mut command).await.ok()?;
    assert_eq!(&command, b"zINSTREAM\0");
    let mut sent = Vec::new();
    loop {
        let length = usize::try_from(asked.read_u32().await.ok()?).ok()?;
        if length == 0 {
            break;
        }
        let mut piece = vec![0; length];
        asked.read_exact(&mut piece).await.ok()?;
        sent.extend(piece);
    }
    let found = EICAR.concat();
    let is_found = sent.windows(found.len()).any(|part| part == found.as_bytes());
    let said: &[u8] = if is_found { b"stream: Eicar-Test-Signature FOUND\0" } else { b"stream: OK\0" };
    asked.write_all(said).await.ok()
}

/// A scanner that finds the file of EICAR, and where it listens.
async fn scanner() -> (ScannerAddress, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let serving = tokio::spawn(async move {
        while let Ok((asked, _)) = listener.accept().await {
            tokio::spawn(answer(asked));
        }
    });
    (ScannerAddress::Tcp(address), serving)
}

fn with_scanner(g: &Fixtures, scanner: ScannerAddress) -> Portal {
    let mut portal = g.world.portal.clone();
    portal.settings = Arc::new(Settings { scanner: Some(scanner), ..(*portal.settings).clone() });
    portal
}

async fn send(g: &Fixtures, portal: &Portal, bytes: &str) -> Result<(), Refusal> {
    let mut receiver = attachment::begin(portal, &g.world.anna, g.world.lakeside).await.unwrap();
    let coming = stream::iter([Ok(bytes.to_owned().into())]);
    receiver.take(portal, "plan.txt", coming).await.unwrap().map(drop).map_err(|refused| refused.why)
}

on_both_databases! {
    async fn what_the_scanner_finds_is_refused_by_name_and_noted(db: TestDb) {
        let g = ground(db).await;
        let (address, serving) = scanner().await;
        let portal = with_scanner(&g, address);
        let eicar = EICAR.concat();
        send(&g, &portal, "The plan of hall 3").await.unwrap();
        let large = format!("{}{eicar}", "x".repeat(300_000));
        for harmful in [&eicar, &large] {
            let refused = send(&g, &portal, harmful).await;
            assert_eq!(refused, Err(Refusal::Infected { found: "Eicar-Test-Signature".to_owned() }));
        }
        let file = IncomingFile { name: "1042.xml".to_owned(), size: eicar.len(), bytes: eicar.into_bytes() };
        let taken = import::take(&portal, &g.world.mikko, file, 0).await.unwrap();
        let refused = import::insert(&portal, &g.world.mikko, vec![taken]).await.unwrap();
        assert_eq!(refused[0].why, import::Refusal::Infected { found: "Eicar-Test-Signature".to_owned() });
        let log = security_log::show(&portal, &g.world.olli, SecurityFilter::default(), &Turn::First).await.unwrap().unwrap();
        let noted = log.page.rows.iter().filter(|row| row.kind == SecurityKind::Malware).count();
        assert_eq!(noted, 3);
        serving.abort();
    }

    async fn while_the_scanner_is_away_nothing_is_taken_in(db: TestDb) {
        let g = ground(db).await;
        // Bound and gone again: nobody listens there.
        let address = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().to_string();
        let portal = with_scanner(&g, ScannerAddress::Tcp(address));
        assert_eq!(send(&g, &portal, "The plan of hall 3").await, Err(Refusal::NotScanned));
        let socket = with_scanner(&g, ScannerAddress::Socket("/nowhere/clamd.ctl".into()));
        assert_eq!(send(&g, &socket, "The plan of hall 3").await, Err(Refusal::NotScanned));
        send(&g, &g.world.portal, "The plan of hall 3").await.unwrap();
    }
}
