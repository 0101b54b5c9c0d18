//! A start at which no key slot opens: the appliance listens where it always does and waits for somebody to open it. Refuses to touch
//! the data; whoever opens it hands over the keys and the address, and the ordinary start goes on.

use std::net::{SocketAddr, TcpListener};

use actix_web::dev::Server;
use actix_web::http::KeepAlive;
use actix_web::{App, HttpServer, web};
use tokio::sync::oneshot;

use super::boot::{self, BootError};
use super::config::Config;
use super::open;
use super::tls::Line;
use crate::crypt::error::KeyError;
use crate::crypt::key_ring::KeyRing;
use crate::crypt::secret::Phrase;
use crate::crypt::slot::Opener;
use crate::http::header::Tls;
use crate::http::unlock::{self, Door};

/// It listens; nothing is answered before [`Sealed::opened`] is waited for.
pub struct Sealed {
    pub address: SocketAddr,
    /// Of the certificate; absent without TLS.
    pub fingerprint: Option<String>,
    listener: TcpListener,
    server: Server,
    opened: oneshot::Receiver<KeyRing>,
}

impl Sealed {
    /// # Errors
    /// As [`boot::start`]: the address is taken, the certificate does not serve.
    pub fn start(config: &Config, why: KeyError) -> Result<Self, BootError> {
        let line = Line::open(config)?;
        let listener = boot::listen(config)?;
        let fail = |source| BootError::Listen { address: config.listen, source };
        let address = listener.local_addr().map_err(fail)?;
        let (tell, opened) = oneshot::channel();
        let (settings, tls) = (config.clone(), if line.is_some() { Tls::On } else { Tls::Off });
        let try_open = Box::new(move |typed: Option<&str>| try_open(&settings, typed));
        let door = web::Data::new(Door::new(why, try_open, tls, tell));
        // One answer a connection: nobody holds on to the sealed appliance when the opened one takes over.
        let server = HttpServer::new(move || App::new().app_data(door.clone()).configure(unlock::configure))
            .workers(1)
            .keep_alive(KeepAlive::Disabled)
            .client_request_timeout(boot::QUIET)
            .shutdown_timeout(1)
            .disable_signals();
        let own = listener.try_clone().map_err(fail)?;
        let server = match &line {
            Some(line) => server.listen_rustls_0_23(own, line.server_config()),
            None => server.listen(own),
        };
        let server = server.map_err(fail)?.run();
        Ok(Self { address, fingerprint: line.map(|line| line.fingerprint()), listener, server, opened })
    }

    /// Answers until somebody opens it. Callers who come meanwhile wait at the address for the opened appliance.
    pub async fn opened(self) -> (KeyRing, TcpListener) {
        let handle = self.server.handle();
        let serving = async {
            // It ends when it is told to, and has nothing to tell then.
            drop(self.server.await);
        };
        let opening = async {
            let ring = self.opened.await.expect("the door lives as long as its server");
            handle.stop(true).await;
            ring
        };
        let ((), ring) = tokio::join!(serving, opening);
        (ring, self.listener)
    }
}

/// What opens without a person is looked at every time: the key file may be back.
fn try_open(config: &Config, typed: Option<&str>) -> Result<KeyRing, KeyError> {
    let mut openers = open::openers(config);
    if let Some(typed) = typed {
        openers.push(Opener::Recovery(Phrase::new(typed.to_owned())));
        openers.push(Opener::Passphrase(Phrase::new(typed.to_owned())));
    }
    KeyRing::open(&config.data, &openers)
}
