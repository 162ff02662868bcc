//! The addresses that replies come to: `reply+` and, in the letters of ids, which address it is and a signature.

use crate::{InternalError, Portal, seal::SecretKey};
use coplan_domain::id::{MeetingId, PersonId, ReplyAddressId, ThreadId};
use coplan_store::{access::System, incoming_mail, meeting};
use ulid::Ulid;

/// How every address begins.
const BEGIN: &str = "reply+";
/// The letters of an id.
const ID: usize = 26;
/// What is signed with the key that is signed nothing else for.
const PURPOSE: &[u8] = b"coplan reply address 1\0";

/// Whose replies are to come where.
#[derive(Debug, Clone, Copy)]
pub struct AddressRequest {
    /// Whose.
    pub person: PersonId,
    /// In which thread.
    pub thread: ThreadId,
    /// Whether they are notes for colleagues.
    pub internal: bool,
}

/// The address that a person's replies come to; none where replies by email are not set up.
pub async fn make_address(portal: &Portal, system: &System, asked: AddressRequest) -> Result<Option<String>, InternalError> {
    let Some(domain) = portal.settings.reply_domain.as_deref() else { return Ok(None) };
    let of = (asked.person, asked.thread, asked.internal);
    let known = incoming_mail::find_address_of(&mut *portal.db.read().await?, of).await?;
    let id = if let Some(known) = known {
        known
    } else {
        let mut change = portal.change_touched().await?;
        let id = incoming_mail::insert_address(&mut change, system, of).await?;
        portal.commit(change).await?;
        id
    };
    Ok(Some(written(&portal.settings.secret_key, domain, id)))
}

/// The address that a person's answer to the invitation to a meeting comes to; none where replies by email are not set up.
pub async fn make_answer_address(
    portal: &Portal,
    system: &System,
    of: (PersonId, MeetingId),
) -> Result<Option<String>, InternalError> {
    let Some(domain) = portal.settings.reply_domain.as_deref() else { return Ok(None) };
    let known = meeting::find_address_of(&mut *portal.db.read().await?, of).await?;
    let id = if let Some(known) = known {
        known
    } else {
        let mut change = portal.change_touched().await?;
        let id = meeting::insert_address(&mut change, system, of).await?;
        portal.commit(change).await?;
        id
    };
    Ok(Some(written(&portal.settings.secret_key, domain, id)))
}

fn written(key: &SecretKey, domain: &str, id: ReplyAddressId) -> String {
    let signature = Ulid::from_bytes(signature(key, id));
    format!("{BEGIN}{}@{domain}", format!("{id}{signature}").to_lowercase())
}

fn signature(key: &SecretKey, id: ReplyAddressId) -> [u8; 16] {
    key.sign(PURPOSE, &id.0.to_bytes())
}

/// The address of ours in a text of addresses; none where there is none, or its signature is not ours.
pub(super) fn find(key: &SecretKey, domain: &str, text: &str) -> Option<ReplyAddressId> {
    let text = text.to_lowercase();
    let ending = format!("@{}", domain.to_lowercase());
    text.match_indices(BEGIN).find_map(|(at, _)| {
        let (token, behind) = text[at + BEGIN.len()..].split_at_checked(2 * ID)?;
        let (id, signed) = token.split_at_checked(ID)?;
        let id = ReplyAddressId(Ulid::from_string(&id.to_uppercase()).ok()?);
        let signed = Ulid::from_string(&signed.to_uppercase()).ok()?.to_bytes();
        let differs = signed.iter().zip(signature(key, id)).fold(0, |all, (one, other)| all | (one ^ other));
        (differs == 0 && behind.starts_with(&ending)).then_some(id)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::SystemRng;

    #[test]
    fn an_address_is_found_however_it_is_written_and_cannot_be_made_up() {
        let (key, other) = (SecretKey::new(&SystemRng), SecretKey::new(&SystemRng));
        let id = ReplyAddressId(Ulid::from_parts(1_794_812_400_000, 7));
        let address = written(&key, "plan.example", id);
        assert!(address.len() - "@plan.example".len() <= 64, "as long as a mail server takes it: {address}");
        for text in [address.clone(), format!("Northline <{address}>, x@y.example"), address.to_uppercase()] {
            assert_eq!(find(&key, "plan.example", &text), Some(id));
        }
        assert_eq!(find(&other, "plan.example", &address), None);
        assert_eq!(find(&key, "other.example", &address), None);
        let next = written(&key, "plan.example", ReplyAddressId(Ulid::from_parts(1_794_812_400_000, 8)));
        let forged = format!("{}{}", &next[..BEGIN.len() + ID], &address[BEGIN.len() + ID..]);
        for text in [forged.as_str(), "reply+", "reply+é", "", "plan@plan.example"] {
            assert_eq!(find(&key, "plan.example", text), None, "{text}");
        }
    }
}
