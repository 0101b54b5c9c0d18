//! One stream of events per window: what changed and may be asked for again, never what it holds. Who reconnects hears what was
//! missed, or that it was too much. Ends with the session and with the process.

use std::collections::BTreeSet;
use std::time::Duration;

use actix_web::http::header::CONTENT_TYPE;
use actix_web::{HttpRequest, HttpResponse, web};
use futures_util::stream::{self, Stream};
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at, sleep_until};

use super::{Route, get};
use crate::http::caller::{Allowed, Caller, SignedIn};
use crate::http::house::House;
use crate::http::refusal::Refused;
use crate::http::streams::Seat;
use crate::model::limit::LIVE_TOUCHES_MAX;
use crate::query::look::Viewer;
use crate::query::touched;

pub fn routes() -> Vec<Route> {
    vec![get("/live", listen)]
}

/// Silence after which the other side is told that somebody is still here.
const PING: Duration = Duration::from_secs(20);
/// What happens within this is told at once: a busy house wakes a window a few times a second, not with every commit.
const BREATH: Duration = Duration::from_millis(150);
/// How long a browser waits before it comes again, in milliseconds.
const RETRY: &str = "retry: 2000\n\n";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Heard {
    /// As the header, for streams that a page opens anew by itself.
    #[serde(default)]
    last_event_id: Option<u64>,
}

#[derive(Serialize)]
struct Touched {
    seq: u64,
    touched: BTreeSet<String>,
}

async fn listen(
    caller: Allowed<SignedIn>,
    request: HttpRequest,
    heard: web::Query<Heard>,
) -> Result<HttpResponse, Refused> {
    let again = request.headers().get("last-event-id").and_then(|value| value.to_str().ok());
    let last = again.and_then(|text| text.trim().parse().ok()).or(heard.last_event_id);
    let line = Line::open(&caller.house, caller.who, last)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/event-stream"))
        .insert_header(("x-accel-buffering", "no"))
        .streaming(events(line)))
}

/// One listening window.
struct Line {
    house: web::Data<House>,
    who: Caller,
    /// Everything up to this was told.
    told: u64,
    head: watch::Receiver<u64>,
    ended: watch::Receiver<u64>,
    stopping: watch::Receiver<bool>,
    ping: Interval,
    next_look: Instant,
    is_greeted: bool,
    _seat: Seat,
}

impl Line {
    fn open(house: &web::Data<House>, who: Caller, last: Option<u64>) -> Result<Self, Refused> {
        let seat = Seat::take(house, who.user)?;
        let mut head = house.head.clone();
        // Whoever comes back is told at once what was missed.
        head.mark_changed();
        let mut ping = interval_at(Instant::now() + PING, PING);
        ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Ok(Self {
            told: last.unwrap_or_else(|| house.published().snapshot.seq),
            house: house.clone(),
            who,
            head,
            ended: house.register.ended(),
            stopping: house.stopping.clone(),
            ping,
            next_look: Instant::now(),
            is_greeted: false,
            _seat: seat,
        })
    }

    /// The next piece of the stream; `None` at its end.
    async fn next(&mut self) -> Option<String> {
        if !self.is_greeted {
            self.is_greeted = true;
            return Some(RETRY.to_owned());
        }
        loop {
            if *self.stopping.borrow_and_update() || !self.is_in() {
                return None;
            }
            tokio::select! {
                changed = self.stopping.changed() => changed.ok()?,
                changed = self.ended.changed() => changed.ok()?,
                _ = self.ping.tick() => return Some(": ping\n\n".to_owned()),
                changed = breathed(&mut self.head, self.next_look) => {
                    changed.ok()?;
                    self.next_look = Instant::now() + BREATH;
                    if let Some(event) = self.look() {
                        self.ping.reset();
                        return Some(event);
                    }
                }
            }
        }
    }

    fn is_in(&self) -> bool {
        self.house.register.is_in(&self.who.session, self.house.now())
    }

    /// What this person may hear of the commits since the last look; `None` when that is nothing.
    fn look(&mut self) -> Option<String> {
        let published = self.house.published();
        let (snapshot, seq) = (&published.snapshot, published.snapshot.seq);
        let viewer = Viewer { snapshot, catalog: &published.catalog, user: self.who.user, now: self.house.now() };
        let missed = if self.told > seq { None } else { snapshot.feed.after(self.told).ok() };
        self.told = seq;
        let reset = || Some(format!("id: {seq}\nevent: reset\ndata: {{}}\n\n"));
        let Some(missed) = missed else { return reset() };
        let missed: Vec<_> = missed.take(LIVE_TOUCHES_MAX + 1).collect();
        if missed.len() > LIVE_TOUCHES_MAX {
            return reset();
        }
        let touched: BTreeSet<String> =
            missed.into_iter().flat_map(|(_, touch)| touched::topics(viewer, touch)).collect();
        if touched.is_empty() {
            return None;
        }
        let data = serde_json::to_string(&Touched { seq, touched }).expect("topics are plain text");
        Some(format!("id: {seq}\ndata: {data}\n\n"))
    }
}

/// When there is something new and the last look is long enough ago.
async fn breathed(head: &mut watch::Receiver<u64>, next_look: Instant) -> Result<(), watch::error::RecvError> {
    sleep_until(next_look).await;
    head.changed().await
}

fn events(line: Line) -> impl Stream<Item = Result<web::Bytes, Refused>> {
    stream::unfold(line, |mut line| async move {
        let piece = line.next().await?;
        Some((Ok(web::Bytes::from(piece)), line))
    })
}
