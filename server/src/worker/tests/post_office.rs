//! A mail server for tests: it keeps to whom mail came and answers for a mailbox what a test wants it to.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    time::sleep,
};

#[derive(Default)]
struct Books {
    /// What is said to the layer, where it is not open.
    closed: Option<String>,
    /// What is said of a mailbox that takes nothing.
    refused: BTreeMap<String, String>,
    /// Whose mailboxes take their time.
    held: BTreeSet<String>,
    /// Whom mail has reached, in its order, with the whole mail.
    came: Vec<(String, String)>,
}

/// A mail server.
#[derive(Clone)]
pub struct PostOffice {
    /// Where it listens.
    pub url: String,
    books: Arc<Mutex<Books>>,
}

impl PostOffice {
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let office = Self { url, books: Arc::default() };
        let serving = office.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let office = serving.clone();
                tokio::spawn(async move { office.serve(stream).await });
            }
        });
        office
    }

    fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap()
    }

    /// From now on says this where mail for an address comes; nothing, and the mailbox takes it.
    pub fn answer(&self, address: &str, words: Option<&str>) {
        match words {
            Some(words) => self.books().refused.insert(address.to_owned(), words.to_owned()),
            None => self.books().refused.remove(address),
        };
    }

    /// From now on says nothing where mail for an address comes, until it is let go.
    pub fn hold(&self, address: &str, is_held: bool) {
        if is_held {
            self.books().held.insert(address.to_owned());
        } else {
            self.books().held.remove(address);
        }
    }

    /// Waits until mail has reached these.
    pub async fn until_reached(&self, addresses: &[&str]) {
        for _ in 0..1000 {
            if self.reached() == addresses {
                return;
            }
            sleep(Duration::from_millis(10)).await;
        }
        assert_eq!(self.reached(), addresses);
    }

    /// From now on greets everybody with this.
    pub fn close(&self, words: &str) {
        self.books().closed = Some(words.to_owned());
    }

    /// Whom mail has reached, in its order.
    pub fn reached(&self) -> Vec<String> {
        self.books().came.iter().map(|(to, _)| to.clone()).collect()
    }

    /// The last mail as it came.
    pub fn last_mail(&self) -> String {
        self.books().came.last().map(|(_, mail)| mail.clone()).unwrap_or_default()
    }

    fn greeting(&self) -> String {
        self.books().closed.clone().unwrap_or_else(|| "220 ready".to_owned())
    }

    /// What is said to one line, outside of a mail's text.
    fn reply(&self, line: &str, to: &mut Vec<String>) -> String {
        if line.starts_with("MAIL") {
            to.clear();
        }
        let Some((_, address)) = line.strip_prefix("RCPT TO:").and_then(|rest| rest.trim_end_matches('>').split_once('<')) else {
            return if line.starts_with("DATA") { "354 go on" } else { "250 good" }.to_owned();
        };
        if let Some(refused) = self.books().refused.get(address) {
            return refused.clone();
        }
        to.push(address.to_owned());
        "250 good".to_owned()
    }

    async fn serve(&self, stream: TcpStream) -> Option<()> {
        let (reader, mut writer) = stream.into_split();
        let mut lines = BufReader::new(reader).lines();
        writer.write_all(format!("{}\r\n", self.greeting()).as_bytes()).await.ok()?;
        let mut to = Vec::new();
        while let Ok(Some(line)) = lines.next_line().await {
            while self.books().held.iter().any(|address| line.starts_with("RCPT") && line.contains(address.as_str())) {
                sleep(Duration::from_millis(10)).await;
            }
            let reply = self.reply(&line, &mut to);
            writer.write_all(format!("{reply}\r\n").as_bytes()).await.ok()?;
            if reply.starts_with("354") {
                let mut mail = String::new();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    mail.push_str(&line);
                    mail.push('\n');
                }
                self.books().came.extend(to.drain(..).map(|to| (to, mail.clone())));
                writer.write_all(b"250 kept\r\n").await.ok()?;
            }
        }
        None
    }
}
