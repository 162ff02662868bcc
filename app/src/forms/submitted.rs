//! A form as it arrives with a request.

use axum::{
    Form as UrlEncoded,
    extract::{FromRequest, Request},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use coplan_usecases::form::Form;

/// The form that was sent; a bad request where what our pages send along unseen is missing or cannot be read.
#[derive(Debug)]
pub struct Submitted<F>(pub F);

impl<S: Send + Sync, F: Form> FromRequest<S> for Submitted<F> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let sent = UrlEncoded::<Vec<(String, String)>>::from_request(request, state).await;
        let UrlEncoded(pairs) = sent.map_err(IntoResponse::into_response)?;
        F::from_pairs(&pairs).map(Self).ok_or_else(|| StatusCode::BAD_REQUEST.into_response())
    }
}
