//! The window closes. A backup that is due is made before, in view of the user, who may leave at once instead.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use tauri::{CloseRequestApi, Manager as _, Runtime, WebviewWindow};

use crate::{bookkeeper::Bookkeeper, host::Host, works::Works};

/// After the last backup was stopped the window goes, even where a disk does not answer.
const LONGEST: Duration = Duration::from_secs(5);

/// Whether somebody has asked before.
#[derive(Debug, Default)]
pub struct Leaving(AtomicBool);

impl Leaving {
    /// The user asks to leave. Whoever asks again does not wait for a backup.
    pub fn asked<R: Runtime>(&self, window: &WebviewWindow<R>, api: &CloseRequestApi) {
        let works = window.state::<Works>().inner().clone();
        let Some(host) = window.try_state::<Arc<dyn Host>>().map(|host| host.inner().clone()) else { return };
        api.prevent_close();
        if self.0.swap(true, Ordering::Relaxed) {
            works.stop_all();
            let window = window.clone();
            tauri::async_runtime::spawn(async move {
                tokio::time::sleep(LONGEST).await;
                let _ = window.destroy();
            });
            return;
        }
        let window = window.clone();
        tauri::async_runtime::spawn(async move {
            let kept = window.state::<Bookkeeper>().back_up_at_close(&works, host).await;
            if let Err(problem) = kept {
                eprintln!("engawa: the book was not backed up: {}", problem.message);
            }
            // The window may have been closed otherwise.
            let _ = window.destroy();
        });
    }
}
