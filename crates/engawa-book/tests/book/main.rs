//! The book through its public interface, in one program: each program of its own is linked with all of SQLite once more.

mod common;

mod clients;
mod documents;
mod drafts;
mod drawing;
mod evidence;
mod first_real_case;
mod meanwhile;
mod packet;
mod packet_documents;
mod packet_hostile;
mod packet_masked;
mod packet_page;
mod packet_verify;
mod records;
mod repair;
mod replaying;
mod rescue;
mod rules;
mod sample;
mod shared_guides;
mod support;
mod vault;
mod verify_book;
mod words;
