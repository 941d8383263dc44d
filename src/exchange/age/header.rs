//! The header: who may open the file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use super::AgeError;
use super::wrapping::FileKey;

const VERSION: &[u8] = b"age-encryption.org/v1\n";
const COLUMNS: usize = 64;

/// The file key wrapped for one reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stanza {
    /// The kind of reader, and what is needed to unwrap.
    pub arguments: Vec<String>,
    pub body: Vec<u8>,
}

pub struct Header<'f> {
    pub stanzas: Vec<Stanza>,
    /// What the MAC is of: everything up to and including `---`.
    signed: &'f [u8],
    mac: Vec<u8>,
}

/// A header with one stanza.
pub fn write(file_key: &FileKey, stanza: &Stanza) -> Vec<u8> {
    let mut header = VERSION.to_vec();
    header.extend(format!("-> {}\n", stanza.arguments.join(" ")).into_bytes());
    let body = STANDARD_NO_PAD.encode(&stanza.body);
    let mut lines: Vec<&[u8]> = body.as_bytes().chunks(COLUMNS).collect();
    // The last line is always shorter than the others could be: that is how it is known for the last.
    if lines.last().is_none_or(|line| line.len() == COLUMNS) {
        lines.push(b"");
    }
    for line in lines {
        header.extend(line);
        header.push(b'\n');
    }
    header.extend(b"---");
    let mac = STANDARD_NO_PAD.encode(file_key.header_mac(&header));
    header.extend(format!(" {mac}\n").into_bytes());
    header
}

impl<'f> Header<'f> {
    /// Reads the header and gives back what follows it.
    pub fn read(file: &'f [u8]) -> Result<(Self, &'f [u8]), AgeError> {
        let mut rest = file.strip_prefix(VERSION).ok_or(AgeError::NotAge)?;
        let mut stanzas = Vec::new();
        loop {
            let line = take_line(&mut rest)?;
            if let Some(arguments) = line.strip_prefix("-> ") {
                stanzas.push(Stanza { arguments: arguments_of(arguments)?, body: body(&mut rest)? });
            } else if let Some(mac) = line.strip_prefix("--- ").filter(|_| !stanzas.is_empty()) {
                let after_mac = file.len() - rest.len();
                let signed = &file[..after_mac - mac.len() - " \n".len()];
                let mac = decode(mac)?;
                return Ok((Self { stanzas, signed, mac }, rest));
            } else {
                return Err(AgeError::Damaged);
            }
        }
    }

    /// Whether the header is as it was written by whoever knew the file key.
    pub fn check(&self, file_key: &FileKey) -> Result<(), AgeError> {
        if file_key.is_header_mac(self.signed, &self.mac) { Ok(()) } else { Err(AgeError::Damaged) }
    }
}

fn take_line<'f>(rest: &mut &'f [u8]) -> Result<&'f str, AgeError> {
    let end = rest.iter().position(|byte| *byte == b'\n').ok_or(AgeError::Damaged)?;
    let line = std::str::from_utf8(&rest[..end]).map_err(|_| AgeError::Damaged)?;
    *rest = &rest[end + 1..];
    Ok(line)
}

fn arguments_of(line: &str) -> Result<Vec<String>, AgeError> {
    let arguments: Vec<String> = line.split(' ').map(str::to_owned).collect();
    let is_sound = |argument: &String| !argument.is_empty() && argument.bytes().all(|byte| byte.is_ascii_graphic());
    if arguments.iter().all(is_sound) { Ok(arguments) } else { Err(AgeError::Damaged) }
}

fn body(rest: &mut &[u8]) -> Result<Vec<u8>, AgeError> {
    let mut text = String::new();
    loop {
        let line = take_line(rest)?;
        if line.len() > COLUMNS {
            return Err(AgeError::Damaged);
        }
        text.push_str(line);
        if line.len() < COLUMNS {
            return decode(&text);
        }
    }
}

/// Base64 without padding and with nothing left over, as the format asks.
pub fn decode(text: &str) -> Result<Vec<u8>, AgeError> {
    STANDARD_NO_PAD.decode(text).map_err(|_| AgeError::Damaged)
}

pub fn encode(bytes: &[u8]) -> String {
    STANDARD_NO_PAD.encode(bytes)
}
