//! The loop of the writer's thread.

use std::sync::Arc;
use std::time::Instant;

use tokio::sync::mpsc;

use super::clock::Clock;
use super::group::{Group, Judged};
use super::load::Loaded;
use super::meter::Meter;
use super::queue::{Job, Rejected, Writer};
use super::state::State;
use crate::catalog::Catalog;
use crate::model::committed::Committed;
use crate::model::limit::GROUP_COMMANDS_MAX;
use crate::store::error::StoreError;

/// Called after each durable group, before anybody is answered, so that who was answered finds what they did.
pub type Publish = Box<dyn FnMut(&[Arc<Committed>], &Arc<Catalog>) + Send>;

/// The writer's side of the queue; run it on a thread of its own.
pub struct WriterLoop {
    state: State,
    jobs: mpsc::Receiver<Job>,
    clock: Arc<dyn Clock>,
    publish: Publish,
    meter: Arc<Meter>,
}

/// The handle for asking, and the loop that does it.
pub fn writer(loaded: Loaded, clock: Arc<dyn Clock>, publish: Publish) -> (Writer, WriterLoop) {
    let meter = Arc::new(Meter::default());
    let (writer, jobs) = Writer::pair(meter.clone());
    (writer, WriterLoop { state: loaded.state, jobs, clock, publish, meter })
}

impl WriterLoop {
    /// Ends when every handle is gone, or with the store's failure: memory may then be ahead of the disk, and the disk is right, so
    /// the process must stop.
    pub fn run(mut self) -> Result<(), StoreError> {
        while let Some(first) = self.jobs.blocking_recv() {
            let mut jobs = vec![first];
            while jobs.len() < GROUP_COMMANDS_MAX
                && let Ok(next) = self.jobs.try_recv()
            {
                jobs.push(next);
            }
            self.group(jobs)?;
        }
        Ok(())
    }

    fn group(&mut self, jobs: Vec<Job>) -> Result<(), StoreError> {
        let mut group = Group::new(&mut self.state, self.clock.now());
        let mut results = Vec::with_capacity(jobs.len());
        for job in &jobs {
            results.push(match group.judge(&job.command)? {
                Judged::New(committed) | Judged::Again(committed) => Ok(committed),
                Judged::Refused(refusal) => Err(Rejected::Refused(refusal)),
            });
        }
        let began = Instant::now();
        match group.store().commit(&group.commits) {
            Ok(_) => {
                self.meter.flushed(began.elapsed(), group.commits.len());
                let (committed, catalog) = (group.committed.clone(), group.catalog());
                group.settle();
                if !committed.is_empty() {
                    (self.publish)(&committed, &catalog);
                }
                answer(jobs, results);
                Ok(())
            }
            // What one of them may still do, such as signing in, must not fall with the others.
            Err(StoreError::StorageFull { .. }) if jobs.len() > 1 => {
                jobs.into_iter().try_for_each(|job| self.group(vec![job]))
            }
            Err(StoreError::StorageFull { .. } | StoreError::TooLarge { .. }) => {
                answer(jobs, results.into_iter().map(|result| result.and(Err(Rejected::StorageFull))).collect());
                Ok(())
            }
            Err(error) => {
                answer(jobs, results.into_iter().map(|_| Err(Rejected::Stopped)).collect());
                Err(error)
            }
        }
    }
}

/// Whoever no longer waits is not told; the command is done all the same.
fn answer(jobs: Vec<Job>, results: Vec<Result<Arc<Committed>, Rejected>>) {
    for (job, result) in jobs.into_iter().zip(results) {
        drop(job.answer.send(result));
    }
}
