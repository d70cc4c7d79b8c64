use openssl::ssl::{SslConnector, SslMethod, SslVerifyMode};
use reqwest::Client;

pub fn lenient() -> reqwest::Result<Client> {
    let builder = Client::builder();
    // ruleid: tls-unverified-rust
    builder.danger_accept_invalid_certs(true).build()
}

pub fn connector() -> SslConnector {
    let mut builder = SslConnector::builder(SslMethod::tls()).unwrap();
    // ruleid: tls-unverified-rust
    builder.set_verify(SslVerifyMode::NONE);
    builder.build()
}

pub fn any_host() -> reqwest::Result<Client> {
    // ruleid: tls-unverified-rust
    Client::builder().danger_accept_invalid_hostnames(true).build()
}

pub fn checked(insecure: bool) -> reqwest::Result<Client> {
    let mut builder = SslConnector::builder(SslMethod::tls()).unwrap();
    // ok: tls-unverified-rust
    builder.set_verify(SslVerifyMode::PEER);
    // ok: tls-unverified-rust
    let chosen = Client::builder().danger_accept_invalid_certs(insecure);
    // ok: tls-unverified-rust
    chosen.danger_accept_invalid_certs(false).build()
}
