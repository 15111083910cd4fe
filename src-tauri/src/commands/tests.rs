//! The list, the handler and the capability agree; what is not allowed is not answered.
