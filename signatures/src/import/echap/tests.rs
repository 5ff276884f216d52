//! The peculiarities of the list, each on a made one.
