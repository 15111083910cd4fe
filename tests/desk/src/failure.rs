//! What a failed test leaves behind for whoever looks into it.

use std::{fs, thread};

use crate::{desk::Desk, place, webdriver::WebDriver};

/// Keeps a picture of the display and the page's source, and says where.
pub fn keep(desk: &Desk, driver: &WebDriver) {
    let folder = place::failures();
    let test = thread::current().name().unwrap_or("desk").replace("::", "-");
    if let Err(error) = fs::create_dir_all(&folder) {
        eprintln!("cannot create {}: {error}", folder.display());
        return;
    }
    let picture = folder.join(format!("{test}.png"));
    desk.picture(&picture);
    eprintln!("picture: {}", picture.display());
    match driver.source() {
        Ok(source) => {
            let page = folder.join(format!("{test}.html"));
            fs::write(&page, source).ok();
            eprintln!("page:    {}", page.display());
        }
        Err(refusal) => eprintln!("the page's source is not to be had: {refusal}"),
    }
}
