//! Where the files of an installation are: a folder, or a bucket of an object store that speaks S3.

use super::Files;
use crate::engine::folder_beside;
use coplan_domain::system::Rng;
use object_store::{
    BackoffConfig, ClientOptions, ObjectStore, RetryConfig, aws::AmazonS3Builder, local::LocalFileSystem, memory::InMemory,
    prefix::PrefixStore,
};
use std::{
    fs, io,
    net::IpAddr,
    path::{Path, PathBuf},
    str::FromStr,
    sync::Arc,
    time::Duration,
};
use url::{Host, Url};

/// Where the files of an installation are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileLocation {
    /// A folder of this machine.
    Folder(PathBuf),
    /// A bucket; its credentials come from the variables `AWS_*`.
    Bucket {
        /// The bucket's name.
        bucket: String,
        /// The prefix of every name in it; may be empty.
        prefix: String,
        /// Where the object store is; none for Amazon's own.
        endpoint: Option<String>,
        /// Its region, where the variables do not tell.
        region: Option<String>,
    },
}

/// Why files cannot be had from where they are.
#[derive(Debug, thiserror::Error)]
pub enum LocationError {
    /// Neither a folder nor a bucket.
    #[error("name a folder, or a bucket as in s3://bucket/prefix?endpoint=https://objects.example&region=eu-north-1")]
    Shape,
    /// What is stored would travel for all to read.
    #[error("{0} is another machine and has no TLS: use https://")]
    Plain(String),
    /// The folder cannot be made or opened.
    #[error("the folder {} cannot be used: {cause}", folder.display())]
    Folder {
        /// Which.
        folder: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// The object store's settings do not fit together.
    #[error("{0}")]
    Store(#[from] object_store::Error),
}

impl FileLocation {
    /// Where the files of the database at this address are unless something else is set.
    #[must_use]
    pub fn beside(database_url: &str) -> Self {
        Self::Folder(folder_beside(database_url))
    }
}

impl FromStr for FileLocation {
    type Err = LocationError;

    fn from_str(typed: &str) -> Result<Self, LocationError> {
        if typed.trim().is_empty() {
            return Err(LocationError::Shape);
        }
        if !typed.contains("://") {
            return Ok(Self::Folder(PathBuf::from(typed)));
        }
        let url = Url::parse(typed).map_err(|_| LocationError::Shape)?;
        let bucket = url.host_str().filter(|_| url.scheme() == "s3" && url.username().is_empty() && url.port().is_none());
        let bucket = bucket.ok_or(LocationError::Shape)?.to_owned();
        let (mut endpoint, mut region) = (None, None);
        for (name, value) in url.query_pairs() {
            match &*name {
                "endpoint" => endpoint = Some(endpoint_of(&value)?),
                "region" => region = Some(value.into_owned()),
                _ => return Err(LocationError::Shape),
            }
        }
        Ok(Self::Bucket { bucket, prefix: url.path().trim_matches('/').to_owned(), endpoint, region })
    }
}

/// An object store on another machine is spoken to by TLS only.
fn endpoint_of(typed: &str) -> Result<String, LocationError> {
    let url = Url::parse(typed).map_err(|_| LocationError::Shape)?;
    match url.scheme() {
        "https" => {}
        "http" if url.host().is_some_and(|host| is_this_machine(&host)) => {}
        "http" => return Err(LocationError::Plain(url.host_str().unwrap_or_default().to_owned())),
        _ => return Err(LocationError::Shape),
    }
    Ok(typed.trim_end_matches('/').to_owned())
}

fn is_this_machine(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost",
        Host::Ipv4(address) => IpAddr::from(*address).is_loopback(),
        Host::Ipv6(address) => IpAddr::from(*address).is_loopback(),
    }
}

impl Files {
    /// Opens where the files are; a folder is made where it is not there yet.
    ///
    /// # Errors
    /// [`LocationError`].
    pub fn open(location: &FileLocation, rng: Arc<dyn Rng>) -> Result<Self, LocationError> {
        match location {
            FileLocation::Folder(folder) => {
                let failed = |cause| LocationError::Folder { folder: folder.clone(), cause };
                fs::create_dir_all(folder).map_err(failed)?;
                Self::in_folder(folder, true, rng)
            }
            FileLocation::Bucket { .. } => Self::in_bucket(location, rng),
        }
    }

    /// The same, to look at them: a folder that is not there is not made, and counts as one without files.
    ///
    /// # Errors
    /// [`LocationError`].
    pub fn open_to_look(location: &FileLocation, rng: Arc<dyn Rng>) -> Result<Self, LocationError> {
        match location {
            FileLocation::Folder(folder) if matches!(folder.try_exists(), Ok(false)) => {
                Ok(Self { store: Arc::new(InMemory::new()), folder: Some(Arc::from(folder.as_path())), rng })
            }
            FileLocation::Folder(folder) => Self::in_folder(folder, true, rng),
            FileLocation::Bucket { .. } => Self::in_bucket(location, rng),
        }
    }

    /// The same files, written without waiting until the disk has them: for filling what can be filled again.
    ///
    /// # Errors
    /// [`LocationError`] where the folder is gone.
    pub fn without_sync(&self) -> Result<Self, LocationError> {
        match &self.folder {
            Some(folder) => Self::in_folder(folder, false, Arc::clone(&self.rng)),
            None => Ok(self.clone()),
        }
    }

    fn in_folder(folder: &Path, synced: bool, rng: Arc<dyn Rng>) -> Result<Self, LocationError> {
        let store = LocalFileSystem::new_with_prefix(folder)?.with_fsync(synced);
        Ok(Self { store: Arc::new(store), folder: Some(Arc::from(folder)), rng })
    }

    fn in_bucket(location: &FileLocation, rng: Arc<dyn Rng>) -> Result<Self, LocationError> {
        let FileLocation::Bucket { bucket, prefix, endpoint, region } = location else { return Err(LocationError::Shape) };
        use_ring();
        let mut builder = AmazonS3Builder::from_env().with_bucket_name(bucket).with_retry(retries()).with_client_options(
            ClientOptions::new().with_connect_timeout(Duration::from_secs(3)).with_timeout(Duration::from_secs(30)),
        );
        if let Some(endpoint) = endpoint {
            builder = builder.with_endpoint(endpoint).with_allow_http(endpoint.starts_with("http://"));
        }
        if let Some(region) = region {
            builder = builder.with_region(region);
        }
        let store = builder.build()?;
        let store: Arc<dyn ObjectStore> =
            if prefix.is_empty() { Arc::new(store) } else { Arc::new(PrefixStore::new(store, prefix.as_str())) };
        Ok(Self { store, folder: None, rng })
    }
}

/// People wait for what is stored: it is tried again for seconds, not for minutes.
fn retries() -> RetryConfig {
    RetryConfig { backoff: BackoffConfig::default(), max_retries: 3, retry_timeout: Duration::from_secs(10) }
}

/// The HTTP client of the object store takes the process's cryptography; where nobody has said which, it is ring's.
fn use_ring() {
    // An error says only that somebody was quicker.
    rustls::crypto::ring::default_provider().install_default().ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_in_a_folder_or_in_a_bucket() {
        assert_eq!("coplan-files".parse::<FileLocation>().unwrap(), FileLocation::Folder("coplan-files".into()));
        let bucket = |prefix: &str, endpoint: Option<&str>, region: Option<&str>| FileLocation::Bucket {
            bucket: "plans".to_owned(),
            prefix: prefix.to_owned(),
            endpoint: endpoint.map(str::to_owned),
            region: region.map(str::to_owned),
        };
        for (typed, location) in [
            ("s3://plans", bucket("", None, None)),
            ("s3://plans/a/b/", bucket("a/b", None, None)),
            ("s3://plans?endpoint=http://127.0.0.1:9000/", bucket("", Some("http://127.0.0.1:9000"), None)),
            (
                "s3://plans/x?endpoint=https://objects.example&region=eu-north-1",
                bucket("x", Some("https://objects.example"), Some("eu-north-1")),
            ),
        ] {
            assert_eq!(typed.parse::<FileLocation>().unwrap(), location, "{typed}");
        }
        for wrong in
            ["", " ", "s3://", "http://objects.example", "s3://key:secret@plans", "s3://plans?endpont=x", "s3://plans?endpoint=x"]
        {
            assert!(matches!(wrong.parse::<FileLocation>(), Err(LocationError::Shape)), "{wrong}");
        }
    }

    #[test]
    fn files_travel_to_another_machine_by_tls_only() {
        let refused = "s3://plans?endpoint=http://objects.example:9000".parse::<FileLocation>();
        assert!(matches!(refused, Err(LocationError::Plain(host)) if host == "objects.example"));
    }
}
