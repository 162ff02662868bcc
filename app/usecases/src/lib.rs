//! What may be done and by whom: one public function per deed.
