//! What people type into a field, read with forgiveness and refused with a reason.
