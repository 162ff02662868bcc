//! Sealing what must not be read from a copy of the database: the seeds of second factors, with a key kept elsewhere.

use crate::InternalError;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chacha20poly1305::{
    Key, XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use coplan_domain::{id::PersonId, system::Rng};
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// What a sealed text begins with.
pub(crate) const MARK: &str = "sealed.1.";
/// The length of an `XChaCha20` nonce, in bytes: long enough to be drawn by chance.
const NONCE: usize = 24;

/// A key of 256 bits that is kept outside the database. Debug does not show it.
#[derive(Clone)]
pub struct SecretKey([u8; 32]);

/// A text that is no key of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not 32 bytes in base64url (43 letters, digits, - and _)")]
pub struct NotASecretKey;

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey(..)")
    }
}

impl SecretKey {
    /// A fresh one.
    #[must_use]
    pub fn new(rng: &dyn Rng) -> Self {
        let mut bytes = [0; 32];
        rng.fill(&mut bytes);
        Self(bytes)
    }

    /// Reads one as [`SecretKey::expose`] writes it.
    ///
    /// # Errors
    /// [`NotASecretKey`].
    pub fn parse(text: &str) -> Result<Self, NotASecretKey> {
        let bytes = URL_SAFE_NO_PAD.decode(text.trim()).map_err(|_| NotASecretKey)?;
        bytes.try_into().map(Self).map_err(|_| NotASecretKey)
    }

    /// The text, for the file that it is kept in.
    #[must_use]
    pub fn expose(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// A signature of what is said for one purpose.
    pub(crate) fn sign(&self, purpose: &[u8], said: &[u8]) -> [u8; 16] {
        // HMAC fills a key up to a block with zeros.
        let mut block = [0; 64];
        block[..32].copy_from_slice(&self.0);
        let mac = <Hmac<Sha256> as hmac::digest::KeyInit>::new(&block.into());
        let whole = mac.chain_update(purpose).chain_update(said).finalize().into_bytes();
        let mut signature = [0; 16];
        signature.copy_from_slice(&whole[..16]);
        signature
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(self.0))
    }

    /// Seals a text of this person's: it does not open as anybody else's.
    pub(crate) fn seal(&self, rng: &dyn Rng, owner: PersonId, text: &str) -> Result<String, InternalError> {
        let mut nonce = [0; NONCE];
        rng.fill(&mut nonce);
        let owner = owner.to_string();
        let payload = Payload { msg: text.as_bytes(), aad: owner.as_bytes() };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload).map_err(|_| InternalError::SecondFactor)?;
        Ok(format!("{MARK}{}", URL_SAFE_NO_PAD.encode([&nonce[..], &sealed].concat())))
    }

    /// Opens what was sealed; none where it was sealed with another key, for somebody else, or was changed.
    pub(crate) fn open(&self, owner: PersonId, sealed: &str) -> Option<String> {
        let bytes = URL_SAFE_NO_PAD.decode(sealed.strip_prefix(MARK)?).ok()?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
        let owner = owner.to_string();
        let payload = Payload { msg: sealed, aad: owner.as_bytes() };
        String::from_utf8(self.cipher().decrypt(&XNonce::from(*nonce), payload).ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::SystemRng;
    use ulid::Ulid;

    const ME: PersonId = PersonId(Ulid::from_parts(1, 2));
    const OTHER: PersonId = PersonId(Ulid::from_parts(1, 3));

    #[test]
    fn only_the_key_opens_what_it_has_sealed_for_its_owner() {
        let (key, other) = (SecretKey::new(&SystemRng), SecretKey::new(&SystemRng));
        let sealed = key.seal(&SystemRng, ME, "JBSWY3DPEHPK3PXP").unwrap();
        assert!(!sealed.contains("JBSWY3DPEHPK3PXP"));
        assert_ne!(key.seal(&SystemRng, ME, "JBSWY3DPEHPK3PXP").unwrap(), sealed, "no two look alike");
        assert_eq!(key.open(ME, &sealed).as_deref(), Some("JBSWY3DPEHPK3PXP"));
        assert_eq!((key.open(OTHER, &sealed), other.open(ME, &sealed)), (None, None));
        let changed = format!("{}A", &sealed[..sealed.len() - 1]);
        let changed = if changed == sealed { format!("{}B", &sealed[..sealed.len() - 1]) } else { changed };
        for wrong in [changed.as_str(), "JBSWY3DPEHPK3PXP", "", MARK, "sealed.1.AAAA"] {
            assert_eq!(key.open(ME, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_key_is_read_back_and_not_shown() {
        let key = SecretKey::new(&SystemRng);
        assert_eq!(SecretKey::parse(&format!("{}\n", key.expose())).unwrap().expose(), key.expose());
        assert_eq!(format!("{key:?}"), "SecretKey(..)");
        for wrong in ["", "abc", &"A".repeat(44), "correct horse battery staple"] {
            assert_eq!(SecretKey::parse(wrong).map(drop), Err(NotASecretKey), "{wrong}");
        }
    }
}
