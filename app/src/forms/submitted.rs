//! A form as it arrives with a request.

use axum::{
    Form as UrlEncoded,
    extract::{FromRequest, Request},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use coplan_usecases::{form::Form, sign_in::OwnProof};

/// The form that was sent, with what whoever sent it has typed again to prove who it is.
#[derive(Debug)]
pub struct Proved<F>(pub F, pub OwnProof);

impl<S: Send + Sync, F: Form> FromRequest<S> for Proved<F> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let sent = UrlEncoded::<Vec<(String, String)>>::from_request(request, state).await;
        let UrlEncoded(pairs) = sent.map_err(IntoResponse::into_response)?;
        let both = F::from_pairs(&pairs).zip(OwnProof::from_pairs(&pairs));
        both.map(|(form, proof)| Self(form, proof)).ok_or_else(|| StatusCode::BAD_REQUEST.into_response())
    }
}

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
