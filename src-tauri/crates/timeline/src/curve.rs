//! Paths of cubic Béziers.

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// This point moved by `by` pixels towards `other`.
    pub fn towards(self, other: Self, by: f64) -> Self {
        let distance = self.distance(other);
        let part = if distance > 0.0 { by / distance } else { 0.0 };
        Self {
            x: self.x + (other.x - self.x) * part,
            y: self.y + (other.y - self.y) * part,
        }
    }
}

/// Start, then three points for each segment.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Curve(Vec<Point>);

/// Between samples, in CSS pixels; half of what separates a path from a label.
const SAMPLE: f64 = 2.0;
/// Control points at this part of the way to a corner draw nearly a circle.
const ROUND: f64 = 0.552;

impl Curve {
    pub fn cubic(a: Point, b: Point, c: Point, d: Point) -> Self {
        Self(vec![a, b, c, d])
    }

    /// Straight lines through `corners` with corners rounded to `radius` where they are long
    /// enough.
    pub fn rounded(corners: &[Point], radius: f64) -> Self {
        let mut points = vec![corners[0]];
        let line = |points: &mut Vec<Point>, to: Point| {
            let from = points[points.len() - 1];
            let third = from.distance(to) / 3.0;
            points.extend([from.towards(to, third), to.towards(from, third), to]);
        };
        for at in 1..corners.len().saturating_sub(1) {
            let (before, corner, after) = (corners[at - 1], corners[at], corners[at + 1]);
            let r = radius
                .min(before.distance(corner) / 2.0)
                .min(after.distance(corner) / 2.0);
            let (enter, leave) = (corner.towards(before, r), corner.towards(after, r));
            line(&mut points, enter);
            points.extend([
                enter.towards(corner, r * ROUND),
                leave.towards(corner, r * ROUND),
                leave,
            ]);
        }
        line(&mut points, corners[corners.len() - 1]);
        Self(points)
    }

    pub fn points(&self) -> &[Point] {
        &self.0
    }

    fn segments(&self) -> impl Iterator<Item = [Point; 4]> {
        self.0
            .windows(4)
            .step_by(3)
            .map(|p| [p[0], p[1], p[2], p[3]])
    }

    /// Points on the path, both ends included, about [`SAMPLE`] apart.
    pub fn samples(&self) -> Vec<Point> {
        self.samples_apart(SAMPLE)
    }

    /// Points on the path, both ends included, about `apart` pixels from each other.
    pub fn samples_apart(&self, apart: f64) -> Vec<Point> {
        let mut samples = vec![self.0[0]];
        for [a, b, c, d] in self.segments() {
            let length = a.distance(b) + b.distance(c) + c.distance(d);
            let steps = (length / apart).ceil().clamp(1.0, 4_000.0) as u32;
            samples.extend((1..=steps).map(|step| {
                let t = f64::from(step) / f64::from(steps);
                let u = 1.0 - t;
                let mix = |a: f64, b: f64, c: f64, d: f64| {
                    u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
                };
                Point {
                    x: mix(a.x, b.x, c.x, d.x),
                    y: mix(a.y, b.y, c.y, d.y),
                }
            }));
        }
        samples
    }

    /// Of the control polygon, which is never shorter than the path.
    pub fn length(&self) -> f64 {
        self.0.windows(2).map(|p| p[0].distance(p[1])).sum()
    }

    /// Sum of the angles of the control polygon in radians.
    pub fn turning(&self) -> f64 {
        let directions: Vec<f64> = self
            .0
            .windows(2)
            .filter(|p| p[0].distance(p[1]) > 0.01)
            .map(|p| (p[1].y - p[0].y).atan2(p[1].x - p[0].x))
            .collect();
        directions
            .windows(2)
            .map(|d| {
                let turn = (d[1] - d[0]).abs();
                turn.min(std::f64::consts::TAU - turn)
            })
            .sum()
    }
}
