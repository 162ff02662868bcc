//! How a form is defined: one list of its fields, from which everything else about them is made.

use super::{FieldProblem, FieldSpec, Problems};

/// A form as it is typed.
pub trait Form: Clone {
    /// Its table.
    const FIELDS: &'static [FieldSpec];

    /// Takes what a browser sent; none where what a page of ours sends along unseen is missing or cannot be read.
    fn from_pairs(pairs: &[(String, String)]) -> Option<Self>;

    /// What one field holds: nothing or one value, or as many as are chosen.
    fn values(&self, field: &str) -> Vec<String>;

    /// Takes over what one field of another form holds.
    fn take(&mut self, field: &str, from: &Self);
}

/// A form that can be read as a whole.
pub(crate) trait Parse: Form {
    /// What it says, fit to be kept.
    type Read;

    /// Reads all its fields; none where one cannot be taken.
    fn read(&self, problems: &mut Problems) -> Option<Self::Read>;

    /// Reads all its fields.
    ///
    /// # Errors
    /// All problems, in the order of the fields.
    fn parse(&self) -> Result<Self::Read, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let read = self.read(&mut problems);
        problems.finish(read)
    }
}

/// Defines forms from one list of fields.
///
/// ```text
/// form! {
///     /// What is said of a task.
///     ReadTask {
///         /// What is to be done.
///         name: Line = line("task-name"),
///     } => |problems| { what holds between the fields, each of them an `Option` by its name }
///     /// A new task as it was typed.
///     new AddTaskForm { id: TaskId } + {
///         /// Whether the customer sees it.
///         shared: bool = tick("task-share"),
///     }
///     /// A task as it was typed.
///     edit TaskForm {}
/// }
/// ```
///
/// This gives the struct `ReadTask` of domain types, and the forms with what is typed in each field. `_` in its place
/// gives forms that are not read as a whole. A form is
/// - `new`, with an id that is made when it is drawn, so that a second click makes no second thing;
/// - `edit`, an [`Edit`](crate::merge::Edit) with the version that it was drawn from and what its fields held then;
/// - `plain`, with nothing but what can be left out;
/// - `keyed`, with a `key` that a page always sends.
///
/// What stands behind `+` is a form's own and is not part of what is read as a whole.
macro_rules! form {
    (@raw key $ty:ty) => { $ty };
    (@raw carried $ty:ty) => { $ty };
    (@hidden key $pairs:ident $name:expr) => { $crate::form::Hidden::strict($pairs, $name)? };
    (@hidden carried $pairs:ident $name:expr) => { $crate::form::Hidden::lenient($pairs, $name) };

    (@form new $form:ident $parsed:tt [$($meta:tt)*] { id: $id:ty $(,)? } $own:tt $fields:tt $rules:tt) => {
        $crate::form::form! { @form keyed $form $parsed [$($meta)*] {
            /// Made when the form is drawn, so that a second click makes no second thing.
            key id: $id,
        } $own $fields $rules }
        $crate::form::form! { @blank $form $id, $own $fields }
    };
    (@blank $form:ident $id:ty,
        { $($(#[$ometa:meta])* $own:ident: $oty:ty = $ospec:expr),* $(,)? }
        { $($(#[$fmeta:meta])* $field:ident: $ty:ty = $spec:expr),* $(,)? }
    ) => {
        impl $form {
            /// Nothing typed yet.
            #[must_use]
            pub fn blank(id: $id) -> Self {
                Self { id, $($field: Default::default(),)* $($own: Default::default(),)* }
            }
        }
    };
    (@form edit $form:ident $parsed:tt [$($meta:tt)*] {} $own:tt $fields:tt $rules:tt) => {
        $crate::form::form! { @form plain $form $parsed [$($meta)*] {
            /// The version that the form was drawn from.
            carried version: i64,
            /// What its fields held then.
            carried was: String,
        } $own $fields $rules }

        impl $crate::merge::Edit for $form {
            fn version(&self) -> i64 {
                self.version
            }

            fn was(&self) -> &str {
                &self.was
            }

            fn seen(mut self) -> Self {
                self.was = $crate::merge::written($crate::merge::said(&self));
                self
            }
        }
    };
    (@form plain $form:ident $parsed:tt [$($meta:tt)*] $hidden:tt $own:tt $fields:tt $rules:tt) => {
        $crate::form::form! { @struct $form [$($meta)* #[derive(Default)]] $hidden $own $fields }
        $crate::form::form! { @parse $form $parsed $fields $rules }
    };
    (@form keyed $form:ident $parsed:tt [$($meta:tt)*] $hidden:tt $own:tt $fields:tt $rules:tt) => {
        $crate::form::form! { @struct $form [$($meta)*] $hidden $own $fields }
        $crate::form::form! { @parse $form $parsed $fields $rules }
    };

    (@struct $form:ident [$($meta:tt)*]
        { $($(#[$hmeta:meta])* $how:ident $hidden:ident: $hty:ty),* $(,)? }
        { $($(#[$ometa:meta])* $own:ident: $oty:ty = $ospec:expr),* $(,)? }
        { $($(#[$fmeta:meta])* $field:ident: $ty:ty = $spec:expr),* $(,)? }
    ) => {
        $($meta)*
        #[derive(Clone)]
        pub struct $form {
            $($(#[$hmeta])* pub $hidden: $crate::form::form!(@raw $how $hty),)*
            $($(#[$fmeta])* pub $field: <$ty as $crate::form::FromField>::Raw,)*
            $($(#[$ometa])* pub $own: <$oty as $crate::form::FromField>::Raw,)*
        }

        impl $crate::form::Form for $form {
            const FIELDS: &'static [$crate::form::FieldSpec] = &[
                $($crate::form::FieldSpec::hidden(stringify!($hidden)),)*
                $($spec.named(stringify!($field)),)*
                $($ospec.named(stringify!($own)),)*
            ];

            fn from_pairs(pairs: &[(String, String)]) -> Option<Self> {
                Some(Self {
                    $($hidden: $crate::form::form!(@hidden $how pairs stringify!($hidden)),)*
                    $($field: $crate::form::RawField::from_pairs(pairs, stringify!($field)),)*
                    $($own: $crate::form::RawField::from_pairs(pairs, stringify!($own)),)*
                })
            }

            fn values(&self, field: &str) -> Vec<String> {
                match field {
                    $(stringify!($hidden) => vec![self.$hidden.to_string()],)*
                    $(stringify!($field) => $crate::form::RawField::values(&self.$field),)*
                    $(stringify!($own) => $crate::form::RawField::values(&self.$own),)*
                    _ => Vec::new(),
                }
            }

            fn take(&mut self, field: &str, from: &Self) {
                match field {
                    $(stringify!($field) => self.$field.clone_from(&from.$field),)*
                    $(stringify!($own) => self.$own.clone_from(&from.$own),)*
                    // A form may have no field of its own to take from.
                    _ => {
                        let _: &Self = from;
                    }
                }
            }
        }

        /// Without what is secret.
        impl std::fmt::Debug for $form {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::form::define::debug(self, stringify!($form), f)
            }
        }
    };

    (@parse $form:ident _ $fields:tt $rules:tt) => {};
    (@parse $form:ident $parsed:ident
        { $($(#[$fmeta:meta])* $field:ident: $ty:ty = $spec:expr),* $(,)? }
        { $(|$problems:ident| $rules:block)? }
    ) => {
        impl $crate::form::Parse for $form {
            type Read = $parsed;

            fn read(&self, problems: &mut $crate::form::Problems) -> Option<$parsed> {
                $(let $field = problems.read::<$ty>(stringify!($field), &self.$field);)*
                $(let $problems = problems; $rules)?
                Some($parsed { $($field: $field?),* })
            }
        }
    };

    (@read [$($meta:tt)*] $parsed:ident { $($(#[$fmeta:meta])* $field:ident: $ty:ty = $spec:expr),* $(,)? }) => {
        $($meta)*
        pub(crate) struct $parsed { $($(#[$fmeta])* pub $field: $ty),* }
    };

    (
        _ $fields:tt
        $($(#[$meta:meta])* $kind:ident $form:ident $hidden:tt $(+ $own:tt)?)+
    ) => {
        $($crate::form::form! { @more $kind $form _ [$(#[$meta])*] $hidden [$($own)?] $fields {} })+
    };
    (
        $(#[$pmeta:meta])* $parsed:ident $fields:tt $(=> |$problems:ident| $rules:block)?
        $($(#[$meta:meta])* $kind:ident $form:ident $hidden:tt $(+ $own:tt)?)+
    ) => {
        $crate::form::form! { @read [$(#[$pmeta])*] $parsed $fields }
        $crate::form::form! { @each $parsed $fields { $(|$problems| $rules)? }
            $([$(#[$meta])*] $kind $form $hidden [$($own)?])+ }
    };
    (@each $parsed:tt $fields:tt $rules:tt $($meta:tt $kind:ident $form:ident $hidden:tt $own:tt)+) => {
        $($crate::form::form! { @more $kind $form $parsed $meta $hidden $own $fields $rules })+
    };
    (@more $kind:ident $form:ident $parsed:tt $meta:tt $hidden:tt [] $fields:tt $rules:tt) => {
        $crate::form::form! { @form $kind $form $parsed $meta $hidden {} $fields $rules }
    };
    (@more $kind:ident $form:ident $parsed:tt $meta:tt $hidden:tt [$own:tt] $fields:tt $rules:tt) => {
        $crate::form::form! { @form $kind $form $parsed $meta $hidden $own $fields $rules }
    };
}
pub(crate) use form;

/// Writes a form for a log or a failed test, without what is secret.
pub(crate) fn debug<F: Form>(form: &F, name: &str, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    let mut out = f.debug_struct(name);
    for spec in F::FIELDS.iter().filter(|spec| !spec.is_secret()) {
        out.field(spec.name, &form.values(spec.name));
    }
    out.finish_non_exhaustive()
}
