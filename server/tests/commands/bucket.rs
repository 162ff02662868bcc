//! Files in a bucket, on a small server that speaks S3, where one is installed.

use super::Console;
use std::{
    env,
    io::{Read, Write, stderr},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// The server, ended with the test.
struct Bucket {
    server: Child,
    address: String,
}

impl Bucket {
    /// One with an empty bucket; none, with the reason printed, where no server is installed.
    fn make() -> Option<Self> {
        const PROGRAM: &str = "moto_server";
        let path = env::var_os("PATH").unwrap_or_default();
        if !env::split_paths(&path).any(|folder| folder.join(PROGRAM).exists()) {
            let told = format!("skipped: files in a bucket: {PROGRAM} is not installed (pip install 'moto[server]')\n");
            stderr().write_all(told.as_bytes()).unwrap();
            return None;
        }
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = Command::new(PROGRAM);
        command.args(["--host", "127.0.0.1", "--port", &port.to_string()]).stdout(Stdio::null()).stderr(Stdio::null());
        let bucket = Self { server: command.spawn().unwrap(), address: format!("127.0.0.1:{port}") };
        let begun = Instant::now();
        while !bucket.is_made() {
            assert!(begun.elapsed() < Duration::from_mins(1), "{PROGRAM} does not answer");
            std::thread::sleep(Duration::from_millis(100));
        }
        Some(bucket)
    }

    fn is_made(&self) -> bool {
        let Ok(mut stream) = TcpStream::connect(&self.address) else { return false };
        let (mut answer, host) = (String::new(), &self.address);
        let asked = write!(stream, "PUT /plans HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        asked.is_ok() && stream.read_to_string(&mut answer).is_ok() && answer.starts_with("HTTP/1.1 200")
    }

    fn location(&self, prefix: &str) -> String {
        format!("s3://plans/{prefix}?endpoint=http://{}&region=eu-north-1", self.address)
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        self.server.kill().ok();
        self.server.wait().ok();
    }
}

#[test]
fn files_in_a_bucket_are_kept_checked_backed_up_and_restored() {
    let Some(bucket) = Bucket::make() else { return };
    let console = Console::new();
    let run = |database: &str, prefix: &str, words: &str| {
        let (database, location) = (format!("sqlite:{database}"), bucket.location(prefix));
        let settings = [
            ("COPLAN_DATABASE_URL", database.as_str()),
            ("COPLAN_FILES", &location),
            ("AWS_ACCESS_KEY_ID", "someone"),
            ("AWS_SECRET_ACCESS_KEY", "hushhush"),
        ];
        console.run_with(&settings, words)
    };
    let said = run("one.db", "one", "demo --fill-only");
    assert!(said.well, "{said:?}");
    let said = run("one.db", "one", "check");
    assert!(said.well && said.out.contains("files are there and whole") && !said.out.contains("All 0"), "{said:?}");
    assert!(run("one.db", "one", "backup demo.backup").well);
    assert!(run("two.db", "one", "restore demo.backup").refusal().contains("the bucket is not empty there"));
    let said = run("two.db", "two", "restore demo.backup");
    assert!(said.well, "{said:?}");
    assert!(run("two.db", "two", "check").well);
    assert!(run("two.db", "two", "migrate").well);
    assert!(run("three.db", "two", "migrate").refusal().contains("belong to another database"));
    assert!(!console.0.path().join("one-files").exists());
}
