//! How a file of evidence lies in a protected book: in pieces of 64 KiB, each encrypted and each knowing its place and whether it is
//! the last (STREAM, with XChaCha20-Poly1305). A file that was cut off, lengthened, put together from others or exchanged for
//! another is found at once.
//!
//! ```text
//! 16 bytes   engawa-evidence1
//! 24 bytes   nonce
//! 80 bytes   the file's own random key and the SHA-256 of the plain bytes, wrapped by the book's key
//! then       pieces: 64 KiB and a code of 16 bytes each; the last is shorter
//! ```

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

use aead_stream::{DecryptorBE32, EncryptorBE32};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};
use zeroize::Zeroizing;

use crate::protect::{EvidenceKeys, KEY_BYTES, NONCE_BYTES, secret_bytes, unwrap, wrap};

/// How every such file begins.
pub const MAGIC: &[u8; 16] = b"engawa-evidence1";
/// Plain bytes in a piece.
const PIECE: usize = 64 * 1024;
/// What a piece grows by.
const CODE: usize = 16;
const HASH_BYTES: usize = 32;
const WRAPPED: usize = KEY_BYTES + HASH_BYTES + CODE;
/// The bytes before the first piece.
const HEADER: usize = MAGIC.len() + NONCE_BYTES + WRAPPED;
/// The key is random and of this file alone, so the nonce may begin at nothing.
const PREFIX: [u8; 19] = [0; 19];

/// How long the file of so many plain bytes is.
pub const fn sealed_length(plain: u64) -> u64 {
    let pieces = plain.div_ceil(PIECE as u64);
    // Even nothing has a last piece.
    let pieces = if pieces == 0 { 1 } else { pieces };
    HEADER as u64 + plain + pieces * CODE as u64
}

/// How many plain bytes are in a file of this length; `None` when no file has it.
const fn plain_length(sealed: u64) -> Option<u64> {
    let Some(body) = sealed.checked_sub(HEADER as u64 + CODE as u64) else { return None };
    let pieces = body / (PIECE + CODE) as u64 + 1;
    let Some(plain) = (body + CODE as u64).checked_sub(pieces * CODE as u64) else { return None };
    if sealed_length(plain) == sealed { Some(plain) } else { None }
}

fn broken() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "not what was encrypted with this key")
}

/// Encrypts what is written to it.
pub struct SealedWriter<W> {
    to: W,
    key: Zeroizing<[u8; KEY_BYTES]>,
    stream: EncryptorBE32<XChaCha20Poly1305>,
    piece: Zeroizing<Vec<u8>>,
}

impl<W: Write + Seek> SealedWriter<W> {
    /// Begins a file. Its header is written last: only then is the hash known.
    pub fn begin(mut to: W) -> io::Result<Self> {
        let key = secret_bytes().map_err(io::Error::other)?;
        to.write_all(&[0; HEADER])?;
        let stream = EncryptorBE32::from_aead(XChaCha20Poly1305::new((&*key).into()), &PREFIX.into());
        Ok(Self { to, key, stream, piece: Zeroizing::new(Vec::with_capacity(PIECE + CODE)) })
    }

    /// More plain bytes.
    pub fn add(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            // A full piece is written when more comes: else it is the last one.
            if self.piece.len() == PIECE {
                let piece: &mut Vec<u8> = &mut self.piece;
                self.stream.encrypt_next_in_place(MAGIC, piece).map_err(|_| broken())?;
                self.to.write_all(piece)?;
                piece.clear();
            }
            let (now, later) = bytes.split_at(bytes.len().min(PIECE - self.piece.len()));
            self.piece.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    /// The last piece and the header.
    pub fn finish(mut self, sha256: &[u8; HASH_BYTES], keys: &EvidenceKeys) -> io::Result<W> {
        let piece: &mut Vec<u8> = &mut self.piece;
        self.stream.encrypt_last_in_place(MAGIC, piece).map_err(|_| broken())?;
        self.to.write_all(piece)?;
        let mut secret = Zeroizing::new([0; KEY_BYTES + HASH_BYTES]);
        secret[..KEY_BYTES].copy_from_slice(self.key.as_slice());
        secret[KEY_BYTES..].copy_from_slice(sha256);
        let (nonce, wrapped) = wrap(secret.as_slice(), keys.wrapping(), MAGIC).map_err(io::Error::other)?;
        self.to.seek(SeekFrom::Start(0))?;
        self.to.write_all(MAGIC)?;
        self.to.write_all(&nonce)?;
        self.to.write_all(&wrapped)?;
        Ok(self.to)
    }
}

/// Decrypts as it is read. Bytes that are not what was written are never handed out; the error is `InvalidData`.
pub struct SealedReader<R> {
    from: BufReader<R>,
    /// `None` once the last piece was read.
    stream: Option<DecryptorBE32<XChaCha20Poly1305>>,
    piece: Zeroizing<Vec<u8>>,
    /// How much of the piece was handed out.
    read: usize,
    sha256: [u8; HASH_BYTES],
}

impl<R> std::fmt::Debug for SealedReader<R> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("SealedReader")
    }
}

impl<R: Read> SealedReader<R> {
    /// Opens a file.
    pub fn open(from: R, keys: &EvidenceKeys) -> io::Result<Self> {
        let mut from = BufReader::with_capacity(PIECE + CODE, from);
        let mut header = [0; HEADER];
        from.read_exact(&mut header).map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => broken(),
            _ => error,
        })?;
        let (magic, rest) = header.split_at(MAGIC.len());
        let (nonce, wrapped) = rest.split_first_chunk().ok_or_else(broken)?;
        if magic != MAGIC {
            return Err(broken());
        }
        let secret = unwrap(wrapped, nonce, keys.wrapping(), MAGIC).ok_or_else(broken)?;
        let (key, hash) = secret.split_first_chunk::<KEY_BYTES>().ok_or_else(broken)?;
        let sha256 = hash.try_into().map_err(|_| broken())?;
        let stream = DecryptorBE32::from_aead(XChaCha20Poly1305::new(key.into()), &PREFIX.into());
        let piece = Zeroizing::new(Vec::with_capacity(PIECE + CODE));
        Ok(Self { from, stream: Some(stream), piece, read: 0, sha256 })
    }

    /// The SHA-256 of the plain bytes, as it was when they were taken in.
    pub const fn sha256(&self) -> &[u8; HASH_BYTES] {
        &self.sha256
    }

    fn next_piece(&mut self) -> io::Result<()> {
        let Some(mut stream) = self.stream.take() else { return Ok(()) };
        let piece: &mut Vec<u8> = &mut self.piece;
        piece.clear();
        self.read = 0;
        self.from.by_ref().take((PIECE + CODE) as u64).read_to_end(piece)?;
        let is_last = self.from.fill_buf()?.is_empty();
        let opened = if is_last {
            stream.decrypt_last_in_place(MAGIC, piece)
        } else {
            let opened = stream.decrypt_next_in_place(MAGIC, piece);
            self.stream = Some(stream);
            opened
        };
        if opened.is_err() {
            self.stream = None;
            piece.clear();
            return Err(broken());
        }
        Ok(())
    }
}

impl<R: Read> Read for SealedReader<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.read == self.piece.len() {
            self.next_piece()?;
        }
        let ready = self.piece.get(self.read..).unwrap_or_default();
        let now = ready.len().min(into.len());
        into[..now].copy_from_slice(&ready[..now]);
        self.read += now;
        Ok(now)
    }
}

/// Whether a file begins as encrypted ones do. One that cannot be read is not taken for a plain one.
pub fn is_sealed(path: &Path) -> bool {
    let mut begin = [0; MAGIC.len()];
    match File::open(path).and_then(|mut file| file.read_exact(&mut begin)) {
        Ok(()) => begin == *MAGIC,
        Err(error) => error.kind() != io::ErrorKind::UnexpectedEof,
    }
}

/// How many plain bytes a file of this length holds; one that no file has is broken.
pub fn plain_bytes(sealed: u64) -> io::Result<u64> {
    plain_length(sealed).ok_or_else(broken)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use proptest::prelude::*;
    use sha2::{Digest, Sha256};

    use super::*;
    use crate::protect::BookKey;

    fn keys(byte: u8) -> EvidenceKeys {
        BookKey::of(Zeroizing::new([byte; KEY_BYTES])).keys().unwrap().evidence
    }

    fn sealed(plain: &[u8]) -> Vec<u8> {
        let mut writer = SealedWriter::begin(Cursor::new(Vec::new())).unwrap();
        // In pieces that do not fit those of the format.
        for part in plain.chunks(10_007) {
            writer.add(part).unwrap();
        }
        writer.finish(&Sha256::digest(plain).into(), &keys(1)).unwrap().into_inner()
    }

    fn opened(sealed: &[u8]) -> io::Result<Vec<u8>> {
        let mut plain = Vec::new();
        SealedReader::open(sealed, &keys(1))?.read_to_end(&mut plain)?;
        Ok(plain)
    }

    fn some(length: usize) -> Vec<u8> {
        (0..length).map(|at| u8::try_from(at * 31 % 251).unwrap()).collect()
    }

    /// Around every border of the pieces.
    const LENGTHS: [usize; 8] = [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE - 1, 2 * PIECE, 2 * PIECE + 1];

    #[test]
    fn what_was_sealed_is_opened_again_and_is_as_long_as_was_said() {
        for length in LENGTHS {
            let sealed = sealed(&some(length));
            assert_eq!(opened(&sealed).unwrap(), some(length), "{length}");
            assert_eq!(sealed.len() as u64, sealed_length(length as u64), "{length}");
            assert_eq!(plain_length(sealed.len() as u64), Some(length as u64), "{length}");
        }
    }

    #[test]
    fn a_file_that_lost_a_piece_or_any_part_of_one_is_found() {
        let whole = sealed(&some(2 * PIECE + 100));
        for length in
            [0, HEADER - 1, HEADER, HEADER + PIECE + CODE, HEADER + 2 * (PIECE + CODE), whole.len() - 1]
        {
            assert!(opened(&whole[..length]).is_err(), "cut off after {length} bytes");
        }
    }

    #[test]
    fn two_pieces_that_changed_places_are_found() {
        let mut file = sealed(&some(3 * PIECE));
        let piece = PIECE + CODE;
        let (first, second) = file[HEADER..].split_at_mut(piece);
        first.swap_with_slice(&mut second[..piece]);
        assert!(opened(&file).is_err());
    }

    #[test]
    fn a_piece_of_another_file_is_found_even_at_its_own_place() {
        let (mut one, other) = (sealed(&some(2 * PIECE)), sealed(&vec![7; 2 * PIECE]));
        one[HEADER..HEADER + PIECE + CODE].copy_from_slice(&other[HEADER..HEADER + PIECE + CODE]);
        assert!(opened(&one).is_err());
    }

    #[test]
    fn a_file_that_was_lengthened_is_found() {
        let mut file = sealed(&some(PIECE));
        file.extend_from_slice(&[0; CODE]);
        assert!(opened(&file).is_err());
    }

    #[test]
    fn the_hash_of_the_plain_bytes_is_known_before_they_are_read() {
        let plain = some(1_000);
        let sealed = sealed(&plain);
        let reader = SealedReader::open(sealed.as_slice(), &keys(1)).unwrap();
        let told: [u8; HASH_BYTES] = Sha256::digest(&plain).into();
        assert_eq!(*reader.sha256(), told);
        assert!(SealedReader::open(sealed.as_slice(), &keys(2)).is_err(), "with the key of the book only");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_bytes_come_back_as_they_were(plain in proptest::collection::vec(any::<u8>(), 0..200_000)) {
            let sealed = sealed(&plain);
            prop_assert_eq!(sealed.len() as u64, sealed_length(plain.len() as u64));
            prop_assert_eq!(opened(&sealed).unwrap(), plain);
        }

        #[test]
        fn any_altered_byte_is_found(at in 0..sealed_length(PIECE as u64 + 50), flip in 1_u8..) {
            let mut file = sealed(&some(PIECE + 50));
            file[usize::try_from(at).unwrap()] ^= flip;
            prop_assert!(opened(&file).is_err());
        }

        #[test]
        fn a_length_that_is_taken_for_one_is_the_length_of_its_plain_bytes(length in 0_u64..1 << 40) {
            prop_assert!(plain_length(length).is_none_or(|plain| sealed_length(plain) == length));
            prop_assert_eq!(plain_length(sealed_length(length)), Some(length));
        }
    }
}
