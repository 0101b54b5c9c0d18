//! What a file is, by its first bytes; its name only has to agree. Refuses programs whatever they are called, and content that is
//! something else than its ending says.

/// Bytes of a file that are looked at.
pub const HEAD_BYTES: usize = 512;

/// Whether a browser may show it on our pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It carries no script, and shows itself in a sandbox.
    Inline,
    Download,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Media {
    /// `image/jpeg`
    pub name: &'static str,
    pub place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// Something that a machine runs.
    Program,
    /// The content is not what the ending says.
    Disguised,
}

const UNKNOWN: Media = Media { name: "application/octet-stream", place: Place::Download };

/// What the content of a file can be recognised as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Jpeg,
    Png,
    Gif,
    Webp,
    Bmp,
    Tiff,
    Heic,
    Pdf,
    Zip,
    /// The container of older office documents.
    Ole,
    Rar,
    SevenZip,
    Mp4,
    Mp3,
    Wav,
    Amr,
    Dwg,
    Program,
    /// No zero byte near the beginning, or the mark of sixteen-bit text.
    Text,
    Other,
}

const PICTURES: [Kind; 6] = [Kind::Jpeg, Kind::Png, Kind::Gif, Kind::Webp, Kind::Bmp, Kind::Heic];

/// By ending: which kinds it may be, and what it is then.
const ENDINGS: &[(&str, &[Kind], &str, Place)] = &[
    ("jpg", &[Kind::Jpeg], "image/jpeg", Place::Inline),
    ("jpeg", &[Kind::Jpeg], "image/jpeg", Place::Inline),
    ("png", &[Kind::Png], "image/png", Place::Inline),
    ("gif", &[Kind::Gif], "image/gif", Place::Inline),
    ("webp", &[Kind::Webp], "image/webp", Place::Inline),
    ("bmp", &[Kind::Bmp], "image/bmp", Place::Inline),
    ("tif", &[Kind::Tiff], "image/tiff", Place::Download),
    ("tiff", &[Kind::Tiff], "image/tiff", Place::Download),
    ("heic", &[Kind::Heic], "image/heic", Place::Download),
    ("pdf", &[Kind::Pdf], "application/pdf", Place::Download),
    ("doc", &[Kind::Ole], "application/msword", Place::Download),
    ("xls", &[Kind::Ole], "application/vnd.ms-excel", Place::Download),
    ("ppt", &[Kind::Ole], "application/vnd.ms-powerpoint", Place::Download),
    ("wps", &[Kind::Ole, Kind::Zip], "application/vnd.ms-works", Place::Download),
    ("et", &[Kind::Ole, Kind::Zip], "application/vnd.ms-excel", Place::Download),
    ("dps", &[Kind::Ole, Kind::Zip], "application/vnd.ms-powerpoint", Place::Download),
    ("docx", &[Kind::Zip], "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Place::Download),
    ("xlsx", &[Kind::Zip], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Place::Download),
    (
        "pptx",
        &[Kind::Zip],
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        Place::Download,
    ),
    ("odt", &[Kind::Zip], "application/vnd.oasis.opendocument.text", Place::Download),
    ("ods", &[Kind::Zip], "application/vnd.oasis.opendocument.spreadsheet", Place::Download),
    ("odp", &[Kind::Zip], "application/vnd.oasis.opendocument.presentation", Place::Download),
    ("zip", &[Kind::Zip], "application/zip", Place::Download),
    ("rar", &[Kind::Rar], "application/vnd.rar", Place::Download),
    ("7z", &[Kind::SevenZip], "application/x-7z-compressed", Place::Download),
    ("mp4", &[Kind::Mp4], "video/mp4", Place::Inline),
    ("mov", &[Kind::Mp4], "video/quicktime", Place::Inline),
    ("m4a", &[Kind::Mp4], "audio/mp4", Place::Inline),
    ("mp3", &[Kind::Mp3], "audio/mpeg", Place::Inline),
    ("wav", &[Kind::Wav], "audio/wav", Place::Inline),
    ("amr", &[Kind::Amr], "audio/amr", Place::Download),
    ("dwg", &[Kind::Dwg], "image/vnd.dwg", Place::Download),
    ("dxf", &[Kind::Text, Kind::Other], "image/vnd.dxf", Place::Download),
    ("step", &[Kind::Text], "model/step", Place::Download),
    ("txt", &[Kind::Text], "text/plain", Place::Download),
    ("csv", &[Kind::Text], "text/csv", Place::Download),
    ("md", &[Kind::Text], "text/markdown", Place::Download),
    ("json", &[Kind::Text], "application/json", Place::Download),
    ("xml", &[Kind::Text], "application/xml", Place::Download),
    ("log", &[Kind::Text], "text/plain", Place::Download),
];

/// `head` is the first `HEAD_BYTES` of the content, or all of it.
///
/// # Errors
/// Why the file is not taken.
pub fn judge(name: &str, head: &[u8]) -> Result<Media, Wrong> {
    let kind = kind(head);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    if kind == Kind::Program {
        return Err(Wrong::Program);
    }
    let rule = ENDINGS.iter().find(|(known, ..)| *known == ending);
    match rule {
        // Phones and chats often save one kind of picture under the name of another.
        Some((_, kinds, ..)) if kinds.iter().any(|kind| PICTURES.contains(kind)) && PICTURES.contains(&kind) => {
            let of_kind = ENDINGS.iter().find(|(_, kinds, ..)| kinds.contains(&kind));
            of_kind.map_or(Err(Wrong::Disguised), |(_, _, name, place)| Ok(Media { name, place: *place }))
        }
        Some((_, kinds, name, place)) if kinds.contains(&kind) => Ok(Media { name, place: *place }),
        Some(_) => Err(Wrong::Disguised),
        // A field may take endings of its own; what is recognised must then be called so.
        None if matches!(kind, Kind::Text | Kind::Other | Kind::Zip) => Ok(UNKNOWN),
        None => Err(Wrong::Disguised),
    }
}

/// Of a stored file, by what was decided when it came.
pub fn place(media: &str) -> Place {
    ENDINGS.iter().find(|(_, _, name, _)| *name == media).map_or(Place::Download, |(.., place)| *place)
}

fn kind(head: &[u8]) -> Kind {
    let starts = |magic: &[u8]| head.starts_with(magic);
    let at = |offset: usize, magic: &[u8]| head.get(offset..).is_some_and(|rest| rest.starts_with(magic));
    let brand = |brands: &[&[u8]]| at(4, b"ftyp") && brands.iter().any(|brand| at(8, brand));
    let rules: [(bool, Kind); 20] = [
        (starts(b"MZ") || starts(b"\x7fELF") || is_mach(head), Kind::Program),
        (starts(b"#!AMR"), Kind::Amr),
        (starts(b"#!"), Kind::Program),
        (starts(b"\xff\xd8\xff"), Kind::Jpeg),
        (starts(b"\x89PNG\r\n\x1a\n"), Kind::Png),
        (starts(b"GIF87a") || starts(b"GIF89a"), Kind::Gif),
        (starts(b"RIFF") && at(8, b"WEBP"), Kind::Webp),
        (starts(b"RIFF") && at(8, b"WAVE"), Kind::Wav),
        (starts(b"BM") && at(6, &[0; 4]), Kind::Bmp),
        (starts(b"II*\0") || starts(b"MM\0*"), Kind::Tiff),
        (brand(&[b"heic", b"heix", b"mif1", b"msf1", b"hevc"]), Kind::Heic),
        (at(4, b"ftyp"), Kind::Mp4),
        (starts(b"%PDF-"), Kind::Pdf),
        (starts(b"PK\x03\x04") || starts(b"PK\x05\x06"), Kind::Zip),
        (starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Kind::Ole),
        (starts(b"Rar!\x1a\x07"), Kind::Rar),
        (starts(b"7z\xbc\xaf\x27\x1c"), Kind::SevenZip),
        (starts(b"ID3") || is_mpeg_frame(head), Kind::Mp3),
        (starts(b"AC10"), Kind::Dwg),
        (!head.contains(&0) || starts(b"\xff\xfe") || starts(b"\xfe\xff"), Kind::Text),
    ];
    rules.into_iter().find(|(holds, _)| *holds).map_or(Kind::Other, |(_, kind)| kind)
}

fn is_mach(head: &[u8]) -> bool {
    const MAGICS: [[u8; 4]; 5] = [
        [0xfe, 0xed, 0xfa, 0xce],
        [0xfe, 0xed, 0xfa, 0xcf],
        [0xce, 0xfa, 0xed, 0xfe],
        [0xcf, 0xfa, 0xed, 0xfe],
        [0xca, 0xfe, 0xba, 0xbe],
    ];
    MAGICS.iter().any(|magic| head.starts_with(magic))
}

fn is_mpeg_frame(head: &[u8]) -> bool {
    matches!(head, [0xff, second, ..] if second & 0xe0 == 0xe0 && second & 0x06 == 0x02)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::kind::file::EXTENSIONS;

    #[test]
    fn the_content_decides_and_the_ending_must_agree() {
        let name = |name: &str, head: &[u8]| judge(name, head).map(|media| media.name);
        for (file, head, expected) in [
            ("a.JPG", b"\xff\xd8\xff\xe0..".as_slice(), Ok("image/jpeg")),
            ("a.png", b"\xff\xd8\xff\xe0..", Ok("image/jpeg")),
            ("a.pdf", b"\xff\xd8\xff\xe0..", Err(Wrong::Disguised)),
            ("a.jpg", b"<html>", Err(Wrong::Disguised)),
            ("a.pdf", b"%PDF-1.7", Ok("application/pdf")),
            ("setup.pdf", b"MZ\x90\0", Err(Wrong::Program)),
            ("run.txt", b"#!/bin/sh", Err(Wrong::Program)),
            ("call.amr", b"#!AMR\n", Ok("audio/amr")),
            ("notes.txt", "说明".as_bytes(), Ok("text/plain")),
            ("notes.txt", b"a\0b", Err(Wrong::Disguised)),
            ("table.csv", b"\xff\xfea\0b\0", Ok("text/csv")),
            ("part.prt", b"\x01\0\x02", Ok("application/octet-stream")),
            ("part.prt", b"\x89PNG\r\n\x1a\n", Err(Wrong::Disguised)),
            ("film.mov", b"\0\0\0\x14ftypqt  ", Ok("video/quicktime")),
            ("none", b"text", Ok("application/octet-stream")),
        ] {
            assert_eq!(name(file, head), expected, "{file}");
        }
    }

    #[test]
    fn every_ending_of_the_house_has_a_rule() {
        for ending in EXTENSIONS {
            assert!(ENDINGS.iter().any(|(known, ..)| *known == ending), "{ending}");
        }
        assert_eq!(place("text/html"), Place::Download);
    }
}
