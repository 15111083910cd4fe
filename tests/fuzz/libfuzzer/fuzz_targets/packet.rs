#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| engawa_fuzz::run("packet", data));
