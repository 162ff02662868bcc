//! Pictures: read within bounds, turned upright, and written anew without what a camera notes beside them, such as the
//! place; once whole and once as large as they are shown.

use super::Refusal;
use crate::InternalError;
use coplan_domain::id::PersonId;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
    metadata::Orientation,
};
use std::{
    collections::BTreeMap,
    io::Cursor,
    sync::{Mutex, PoisonError},
    time::Duration,
};
use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};

/// The longest side of a picture in dots; a longer one is made smaller.
const WHOLE: u32 = 4096;
/// The longest side of a picture as it is shown: sharp in the column of a discussion.
const SHOWN: u32 = 1024;
/// The longest side that is read at all.
const LONGEST: u32 = 16_000;
/// The most bytes that one takes while it is read: 50 million dots.
const MEMORY: u64 = 200 * 1024 * 1024;
const QUALITY: u8 = 85;

/// One at a time: each takes a processor and as much memory as [`MEMORY`].
static PLACE: Semaphore = Semaphore::const_new(1);

/// How long a picture waits for the place.
const PATIENCE: Duration = Duration::from_secs(20);
/// The most pictures of one person at once: one that is read and one that waits.
const SHARE: usize = 2;
/// How many pictures of each person are read or wait.
static TAKEN: Mutex<BTreeMap<PersonId, usize>> = Mutex::new(BTreeMap::new());

/// A person's share of the place, for one picture.
struct Share(PersonId);

impl Share {
    /// None where the person has all that it may.
    fn take(person: PersonId) -> Option<Self> {
        let mut all = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = all.entry(person).or_default();
        (*taken < SHARE).then(|| {
            *taken += 1;
            Self(person)
        })
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut all = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(taken) = all.get_mut(&self.0) {
            *taken -= 1;
            if *taken == 0 {
                all.remove(&self.0);
            }
        }
    }
}

/// A picture as it is kept.
#[derive(Debug)]
pub(super) struct Rewritten {
    /// The picture.
    pub whole: Vec<u8>,
    /// How its file ends.
    ending: &'static str,
    /// The smaller one.
    pub preview: Vec<u8>,
    /// The width of the smaller one in dots.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

impl Rewritten {
    /// What the file is called that holds it, from what the one was called that came.
    pub fn named(&self, name: &str) -> String {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let ending = ending.to_ascii_lowercase();
        let fits = ending == self.ending || (ending == "jpeg" && self.ending == "jpg");
        if fits { name.to_owned() } else { format!("{}.{}", if stem.is_empty() { name } else { stem }, self.ending) }
    }
}

/// The format of a picture that is shown; none for any other file.
pub(super) fn format_of(media_type: &str) -> Option<ImageFormat> {
    match media_type {
        "image/jpeg" => Some(ImageFormat::Jpeg),
        "image/png" => Some(ImageFormat::Png),
        "image/webp" => Some(ImageFormat::WebP),
        _ => None,
    }
}

/// Writes a person's picture anew, away from the threads that answer requests; refused where it cannot be read, and where
/// others of the same person are read still or there is no place in time.
pub(super) async fn rewrite(
    person: PersonId,
    bytes: Vec<u8>,
    format: ImageFormat,
) -> Result<Result<Rewritten, Refusal>, InternalError> {
    let Some(share) = Share::take(person) else { return Ok(Err(Refusal::Busy)) };
    let Ok(place) = timeout(PATIENCE, PLACE.acquire()).await else { return Ok(Err(Refusal::Busy)) };
    let place = place.map_err(|_| InternalError::Reading)?;
    let work = move || {
        // Also where nobody waits any more.
        let _held = (place, share);
        rewritten(&bytes, format)
    };
    let done = spawn_blocking(work).await.map_err(|_| InternalError::Reading)?;
    Ok(done.ok_or(Refusal::Unreadable))
}

fn rewritten(bytes: &[u8], format: ImageFormat) -> Option<Rewritten> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST);
    limits.max_image_height = Some(LONGEST);
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    if decoder.total_bytes() > MEMORY {
        return None;
    }
    let upright = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    // The colours that the numbers stand for.
    let profile = decoder.icc_profile().ok().flatten();
    let mut image = DynamicImage::from_decoder(decoder).ok()?;
    image.apply_orientation(upright);
    let has_alpha = image.color().has_alpha();
    let as_png = format == ImageFormat::Png || has_alpha;
    let whole = at_most(image, WHOLE);
    let preview = at_most(whole.clone(), SHOWN);
    let (width, height) = (preview.width(), preview.height());
    Some(Rewritten {
        whole: written(&whole, as_png, profile.clone())?,
        ending: if as_png { "png" } else { "jpg" },
        preview: written(&preview, has_alpha, profile)?,
        width,
        height,
    })
}

/// The picture with eight bits for each colour, no side longer than this.
fn at_most(image: DynamicImage, side: u32) -> DynamicImage {
    let image = if image.width().max(image.height()) > side { image.thumbnail(side, side) } else { image };
    if image.color().has_alpha() { image.into_rgba8().into() } else { image.into_rgb8().into() }
}

fn written(image: &DynamicImage, as_png: bool, profile: Option<Vec<u8>>) -> Option<Vec<u8>> {
    let colours = if image.color().has_alpha() { ExtendedColorType::Rgba8 } else { ExtendedColorType::Rgb8 };
    let mut bytes = Vec::new();
    let done = if as_png {
        write(PngEncoder::new(&mut bytes), image, colours, profile)
    } else {
        write(JpegEncoder::new_with_quality(&mut bytes, QUALITY), image, colours, profile)
    };
    done.map(|()| bytes)
}

fn write(
    mut encoder: impl ImageEncoder,
    image: &DynamicImage,
    colours: ExtendedColorType,
    profile: Option<Vec<u8>>,
) -> Option<()> {
    if let Some(profile) = profile {
        // Without it the colours are a little paler.
        encoder.set_icc_profile(profile).ok();
    }
    encoder.write_image(image.as_bytes(), image.width(), image.height(), colours).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::RgbImage;

    /// A photograph of a phone that was held upright, with a place in what it notes.
    fn photograph() -> Vec<u8> {
        let mut jpeg = Vec::new();
        let dots = RgbImage::from_fn(40, 20, |x, _| if x < 20 { [255, 0, 0].into() } else { [0, 0, 255].into() });
        JpegEncoder::new_with_quality(&mut jpeg, 95).encode_image(&DynamicImage::from(dots)).unwrap();
        // EXIF with one entry: the orientation, turned by 90 degrees; behind it what stands for a place.
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
        exif.extend_from_slice(b"GPS 61.49 N 23.76 E");
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let head = [&[0xFF, 0xE1][..], &length, &exif].concat();
        jpeg.splice(2..2, head);
        jpeg
    }

    #[test]
    fn a_photograph_stands_upright_and_does_not_tell_where_it_was_taken() {
        let taken = photograph();
        assert!(taken.windows(3).any(|part| part == b"GPS"));
        let kept = rewritten(&taken, ImageFormat::Jpeg).unwrap();
        assert_eq!((kept.width, kept.height), (20, 40));
        for bytes in [&kept.whole, &kept.preview] {
            assert!(!bytes.windows(3).any(|part| part == b"GPS") && !bytes.windows(4).any(|part| part == b"Exif"));
        }
        let shown = image::load_from_memory(&kept.whole).unwrap().into_rgb8();
        assert!(shown.get_pixel(10, 5)[0] > 200 && shown.get_pixel(10, 35)[2] > 200, "the left side is on top");
    }

    #[test]
    fn a_large_picture_is_shown_smaller_and_what_can_be_seen_through_stays_so() {
        let mut png = Vec::new();
        let clear = image::RgbaImage::from_pixel(3000, 1000, [9, 9, 9, 0].into());
        clear.write_to(&mut Cursor::new(&mut png), ImageFormat::Png).unwrap();
        let kept = rewritten(&png, ImageFormat::Png).unwrap();
        assert_eq!((kept.width, kept.height), (1024, 341));
        assert!(image::load_from_memory(&kept.preview).unwrap().color().has_alpha());
        assert_eq!(image::load_from_memory(&kept.whole).unwrap().width(), 3000);
    }

    #[test]
    fn what_is_no_picture_after_all_is_not_read() {
        assert!(rewritten(b"\xFF\xD8\xFFsomething else", ImageFormat::Jpeg).is_none());
        assert!(rewritten(&photograph()[..200], ImageFormat::Png).is_none());
    }

    #[test]
    fn one_person_has_one_picture_that_is_read_and_one_that_waits() {
        let [one, other] = [1, 2].map(|id| PersonId(ulid::Ulid::from(id)));
        let (first, second) = (Share::take(one), Share::take(one));
        assert!(first.is_some() && second.is_some() && Share::take(one).is_none());
        assert!(Share::take(other).is_some(), "others have a share of their own");
        drop(first);
        assert!(Share::take(one).is_some());
    }

    #[tokio::test]
    async fn more_of_one_person_is_refused_and_none_is_waited_for_without_end() {
        let [one, other] = [3, 4].map(|id| PersonId(ulid::Ulid::from(id)));
        let place = PLACE.acquire().await.unwrap();
        let _waiting = (Share::take(one), Share::take(one));
        let third = rewrite(one, photograph(), ImageFormat::Jpeg).await.unwrap();
        assert!(matches!(third, Err(Refusal::Busy)));
        let others = tokio::spawn(rewrite(other, photograph(), ImageFormat::Jpeg));
        drop(place);
        assert!(others.await.unwrap().unwrap().is_ok());
    }

    #[test]
    fn a_picture_is_called_by_what_it_is_now() {
        let jpg = rewritten(&photograph(), ImageFormat::Jpeg).unwrap();
        let named = ["gate.JPG", "gate.jpeg", "gate.webp", "gate", ".jpg"].map(|name| jpg.named(name));
        assert_eq!(named, ["gate.JPG", "gate.jpeg", "gate.jpg", "gate.jpg", ".jpg"]);
    }
}
