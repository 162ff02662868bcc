//! Random numbers that are the same for the same customer in every run, for what nobody needs to guess.

/// The numbers of one customer.
pub struct SeededRng(u64);

impl SeededRng {
    /// Those of the customer with this index.
    pub fn new(index: usize) -> Self {
        Self(index as u64)
    }

    /// A number below `limit`. The steps are those of `SplitMix64`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % (limit.max(1) as u64)).unwrap_or(0)
    }

    /// A number of days or minutes below `limit`.
    pub fn some(&mut self, limit: usize) -> i64 {
        i64::try_from(self.below(limit)).unwrap_or(0)
    }

    /// One of these.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}
