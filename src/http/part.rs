//! The part of a file that a player asks for, so that a film can be begun in the middle. What cannot be read asks for all of it.

use actix_web::dev::Payload;
use actix_web::http::header::RANGE;
use actix_web::{FromRequest, HttpRequest};
use futures_util::future::{Ready, ready};

use super::refusal::Refused;

/// First byte, and last if it was said.
pub struct Part(Option<(u64, Option<u64>)>);

impl FromRequest for Part {
    type Error = Refused;
    type Future = Ready<Result<Self, Refused>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let asked = request.headers().get(RANGE).and_then(|value| value.to_str().ok());
        ready(Ok(Self(asked.and_then(Self::parse))))
    }
}

impl Part {
    fn parse(text: &str) -> Option<(u64, Option<u64>)> {
        let (from, to) = text.strip_prefix("bytes=")?.split_once('-')?;
        let to = if to.is_empty() { None } else { Some(to.parse().ok()?) };
        Some((from.parse().ok()?, to))
    }

    /// Half-open, and inside of a file of so many bytes.
    pub fn within(&self, bytes: u64) -> Option<(u64, u64)> {
        let (from, last) = self.0?;
        let to = last.map_or(bytes, |last| last.saturating_add(1).min(bytes));
        (from < to).then_some((from, to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_lies_inside_of_its_file() {
        for (asked, expected) in [
            ("bytes=0-", Some((0, 10))),
            ("bytes=2-3", Some((2, 4))),
            ("bytes=9-99", Some((9, 10))),
            ("bytes=0-18446744073709551615", Some((0, 10))),
            ("bytes=10-", None),
            ("bytes=3-2", None),
            ("bytes=-5", None),
            ("bytes=0-1,4-5", None),
            ("lines=0-1", None),
        ] {
            assert_eq!(Part(Part::parse(asked)).within(10), expected, "{asked}");
        }
    }
}
