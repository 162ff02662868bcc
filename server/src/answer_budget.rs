//! Lets a large answer take its part of the byte budget for as long as it is in memory.

use axum::{
    body::{Body, Bytes, HttpBody},
    response::Response,
};
use coplan_app::http::{
    byte_budget::{ByteBudget, Reservation},
    context::RequestContext,
    errors::PageError,
};
use hyper::body::{Frame, SizeHint};
use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

/// Answers up to so many bytes are in no budget: they are as many as there are connections, and most pages are such.
const FREE: u64 = 32 * 1024;

/// The answer, with its bytes taken from the budget until the last of them is on its way.
///
/// # Errors
/// [`PageError::Busy`] where they do not fit; the answer is dropped.
pub fn charge(budget: &Arc<ByteBudget>, context: &RequestContext, answer: Response) -> Result<Response, PageError> {
    let Some(size) = answer.body().size_hint().exact().filter(|size| *size > FREE) else { return Ok(answer) };
    let mut reservation = budget.reserve(context.byte_owner());
    reservation.grow(usize::try_from(size).unwrap_or(usize::MAX / 2)).map_err(|_| PageError::Busy)?;
    Ok(answer.map(|body| Body::new(Charged { body, _reservation: reservation })))
}

/// A body that gives its bytes back to the budget when it is dropped.
struct Charged {
    body: Body,
    _reservation: Reservation,
}

impl HttpBody for Charged {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::to_bytes;
    use axum::response::IntoResponse;
    use coplan_app::words::Words;
    use coplan_domain::person::Language;

    fn reader() -> RequestContext {
        RequestContext::stranger(Words::new(Language::En, "Europe/Helsinki"), "192.0.2.1".to_owned())
    }

    #[tokio::test]
    async fn large_answers_take_no_more_than_their_part_until_they_are_sent() {
        let (budget, reader) = (Arc::new(ByteBudget::new(1024 * 1024)), reader());
        let page = || "x".repeat(100 * 1024).into_response();
        let first = charge(&budget, &reader, page()).unwrap();
        let second = charge(&budget, &reader, page()).unwrap();
        assert!(matches!(charge(&budget, &reader, page()), Err(PageError::Busy)));
        assert!(charge(&budget, &reader, "small".into_response()).is_ok());
        assert_eq!(to_bytes(first.into_body(), usize::MAX).await.unwrap().len(), 100 * 1024);
        assert!(charge(&budget, &reader, page()).is_ok());
        drop(second);
    }
}
