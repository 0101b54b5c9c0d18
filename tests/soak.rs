//! What must hold under kills, power cuts, failing and full disks, hostile bytes and rivals. Each runs at a small size in the gate and
//! at the large one in `make soak`, from a seed that is printed with the figures.

mod boundary;
mod canary;
mod copy;
mod disk;
mod fault;
mod full;
mod held;
mod kill;
mod mount;
mod power;
mod release;
mod rival;
pub mod scale;
mod trace;
mod work;
