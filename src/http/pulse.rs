//! Figures of operation for Prometheus: counts and durations by route pattern. No address, name or value of anybody is in them.

use std::time::Duration;

use prometheus::{Encoder, HistogramOpts, HistogramVec, IntCounterVec, IntGauge, Opts, Registry, TextEncoder};

pub struct Pulse {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
    /// Event streams that are open.
    pub streams: IntGauge,
    sessions: IntGauge,
}

impl Default for Pulse {
    fn default() -> Self {
        let registry = Registry::new();
        let fits = "the names are constants and differ";
        let requests = Opts::new("tessera_requests_total", "Requests answered");
        let requests = IntCounterVec::new(requests, &["route", "method", "status"]).expect(fits);
        let seconds = HistogramOpts::new("tessera_request_seconds", "Time to answer")
            .buckets(vec![0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 5.0]);
        let seconds = HistogramVec::new(seconds, &["route"]).expect(fits);
        let streams = IntGauge::new("tessera_live_streams", "Open event streams").expect(fits);
        let sessions = IntGauge::new("tessera_sessions", "Open sessions").expect(fits);
        for collector in [
            Box::new(requests.clone()) as Box<dyn prometheus::core::Collector>,
            Box::new(seconds.clone()),
            Box::new(streams.clone()),
            Box::new(sessions.clone()),
        ] {
            registry.register(collector).expect(fits);
        }
        Self { registry, requests, seconds, streams, sessions }
    }
}

impl Pulse {
    /// `route` is a pattern, never an address with ids in it.
    pub fn answered(&self, route: &str, method: &str, status: u16, took: Duration) {
        self.requests.with_label_values(&[route, method, &status.to_string()]).inc();
        self.seconds.with_label_values(&[route]).observe(took.as_secs_f64());
    }

    /// In Prometheus's text form.
    pub fn text(&self, sessions: usize) -> String {
        self.sessions.set(i64::try_from(sessions).unwrap_or(i64::MAX));
        let mut text = Vec::new();
        // Writing into memory cannot fail, and a half-written text is still worth more than none.
        let _ = TextEncoder::new().encode(&self.registry.gather(), &mut text);
        String::from_utf8_lossy(&text).into_owned()
    }
}
