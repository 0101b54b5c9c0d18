//! The log: what happened to requests and parts, never what people wrote. Names, values and bodies do not reach it.

use tracing_subscriber::EnvFilter;

use super::config::{LogConfig, LogFormat};

/// Starts logging to the error stream; a second call changes nothing.
pub fn start(log: &LogConfig) {
    let filter = EnvFilter::try_new(&log.level).unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A line that cannot be written would be complained about on the same stream, and that failure would end the request.
    let builder = builder.log_internal_errors(false);
    // A logger that already runs (two appliances in one test process) stays.
    let _ = match log.format {
        LogFormat::Text => builder.with_target(false).with_ansi(false).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    };
}
