//! Passwords: argon2id, off the threads that serve, few at a time, with the same work for whoever is not there.

use crate::{InternalError, form::Problem};
use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version};
use coplan_domain::system::Rng;
use std::cmp::Reverse;
use tokio::{sync::Semaphore, task::spawn_blocking};
use zxcvbn::{Score, zxcvbn};

/// The fewest characters a password may have.
pub const SHORTEST: usize = 12;
/// The most characters a password may have.
pub const LONGEST: usize = 200;

/// 19 MiB, two passes, one lane: the least that OWASP advises for argon2id.
const PARAMS: Params = match Params::new(19_456, 2, 1, None) {
    Ok(params) => params,
    Err(_) => panic!("argon2 takes these parameters"),
};

/// What an unknown account's password is held against, so that knowing costs as much as not knowing.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGlzIGhlcmU$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Each takes 19 MiB and a core for some ten milliseconds; a crowd at the door waits instead of pressing others out.
static PLACES: Semaphore = Semaphore::const_new(3);

/// A password fit to be kept. Debug does not show it.
pub(crate) struct Password(String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(..)")
    }
}

impl Password {
    /// Takes what was typed: 12 to 200 characters of any kind that nobody guesses, not even who knows the person's address
    /// and name and the supplier's.
    pub(crate) fn parse(typed: &str, email: &str, name: &str, supplier: &str) -> Result<Self, Problem> {
        let length = typed.chars().count();
        let like = |text: &str| typed.trim().to_lowercase() == text.trim().to_lowercase();
        match length {
            0 => Err(Problem::Empty),
            _ if length < SHORTEST => Err(Problem::TooShort { length, limit: SHORTEST }),
            _ if length > LONGEST => Err(Problem::TooLong { length, limit: LONGEST }),
            _ if like(email) || like(name) => Err(Problem::LikeTheAccount),
            _ if is_guessable(typed, &[email, name, supplier, PRODUCT]) => Err(Problem::Guessable),
            _ => Ok(Self(typed.to_owned())),
        }
    }

    /// One that was made here by chance, whatever it looks like.
    pub(crate) fn made(made: &str) -> Self {
        Self(made.to_owned())
    }

    /// The hash in PHC form.
    pub(crate) async fn hash(self, rng: &dyn Rng) -> Result<String, InternalError> {
        let mut salt = [0; 16];
        rng.fill(&mut salt);
        at_work(move || Some(argon().hash_password_with_salt(self.0.as_bytes(), &salt).ok()?.to_string()))
            .await
            .flatten()
            .ok_or(InternalError::Hashing)
    }
}

/// The product's name.
const PRODUCT: &str = "Coplan";

/// Whether few guesses find it: a common password, a pattern of keys or numbers, or little more than words that are known
/// of the person and of us. More than a hundred million guesses are many where each costs what argon2id costs.
fn is_guessable(typed: &str, known: &[&str]) -> bool {
    let words = known.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let mut words: Vec<String> = words.filter(|word| word.chars().count() > 2).map(str::to_lowercase).collect();
    words.sort_by_key(|word| Reverse(word.len()));
    let is_weak = |text: &str| zxcvbn(text, &[]).score() < Score::Three;
    let lower = typed.to_lowercase();
    let rest = words.iter().fold(lower.clone(), |rest, word| rest.replace(word.as_str(), ""));
    let bare = || rest.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    is_weak(typed) || (rest != lower && is_weak(&bare()))
}

fn argon() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, PARAMS)
}

/// Whether this is the password behind the hash. Without a hash the work is the same and the answer is no.
pub(crate) async fn verify(typed: &str, hash: Option<String>) -> Result<bool, InternalError> {
    let typed: String = typed.chars().take(LONGEST + 1).collect();
    at_work(move || {
        let there = hash.is_some();
        let nobody = || PasswordHash::new(NOBODY).ok();
        let (hash, there) = match hash.as_deref().map(PasswordHash::new) {
            Some(Ok(hash)) => (Some(hash), there),
            Some(Err(_)) | None => (nobody(), false),
        };
        hash.is_some_and(|hash| argon().verify_password(typed.as_bytes(), &hash).is_ok()) && there
    })
    .await
    .ok_or(InternalError::Hashing)
}

async fn at_work<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let place = PLACES.acquire().await.ok()?;
    // The place goes along: who hangs up while it is worked on must not make room for one more.
    spawn_blocking(move || {
        let done = work();
        drop(place);
        done
    })
    .await
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::SystemRng;

    #[test]
    fn nobodys_hash_costs_as_much_as_anybodys() {
        let hash = PasswordHash::new(NOBODY).unwrap();
        let params = Params::try_from(&hash).unwrap();
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), (19_456, 2, 1));
        assert_eq!((hash.algorithm.as_str(), hash.hash.unwrap().len()), ("argon2id", 32));
    }

    #[tokio::test]
    async fn a_password_is_known_again_and_another_is_not() {
        let hash =
            Password::parse("correct horse battery", "a@b.example", "A", "Northline").unwrap().hash(&SystemRng).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(verify("correct horse battery", Some(hash.clone())).await.unwrap());
        assert!(!verify("correct horse batterz", Some(hash)).await.unwrap());
        assert!(!verify("correct horse battery", None).await.unwrap());
        assert!(!verify("", Some(String::new())).await.unwrap());
    }

    fn parse(typed: &str) -> Result<(), Problem> {
        Password::parse(typed, "anna.aho@lakeside.example", "Anna Maria Aho", "Northline Oy").map(drop)
    }

    #[test]
    fn what_is_common_or_known_of_the_person_and_of_us_is_refused() {
        for typed in [
            "passwordpassword",
            "Password123456!",
            "qwertyuiop123",
            "aaaaaaaaaaaa",
            "1234567890123",
            "iloveyouforever",
            "Northline2026!",
            "northline-northline",
            "CoplanCoplan1",
            "annamariaaho1",
            "lakeside2026",
            "Anna.Aho.2026",
        ] {
            assert_eq!(parse(typed), Err(Problem::Guessable), "{typed}");
        }
        for typed in ["a long walk by the lake", "a boat without oars", "northline-kqzrwmtyxbplvncd", "01HJ-Z0Z9-ABCD-K3M2-9QXW"]
        {
            assert_eq!(parse(typed), Ok(()), "{typed}");
        }
    }

    #[test]
    fn length_counts_and_composition_does_not() {
        assert_eq!(parse("the switches come late"), Ok(()));
        assert_eq!(parse("elevenchars"), Err(Problem::TooShort { length: 11, limit: 12 }));
        assert_eq!(parse(&"a".repeat(201)), Err(Problem::TooLong { length: 201, limit: 200 }));
        assert_eq!(parse("Anna.Aho@Lakeside.example"), Err(Problem::LikeTheAccount));
        assert_eq!(parse("anna maria aho"), Err(Problem::LikeTheAccount));
    }
}
