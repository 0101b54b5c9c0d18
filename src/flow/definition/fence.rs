//! What lies between a split and its join, whichever lines are wrong: so that of two lines that contradict each other the one is
//! named that a person would call wrong.

use super::graph::{At, Graph};

pub struct Fence {
    pub split: At,
    /// Comes after the split, and leads to its join without passing the split again.
    inside: Vec<bool>,
    /// Leads to the join without passing the split.
    leads_in: Vec<bool>,
    /// Reached from the start without going through any branch.
    outside: Vec<bool>,
}

impl Fence {
    /// One per split that has a join.
    pub fn all(graph: &Graph, start: At) -> Vec<Self> {
        let pairs = graph.nodes().filter_map(|(at, _)| Some((at, graph.split(at)??)));
        pairs.map(|(split, join)| Self::around(graph, start, (split, join))).collect()
    }

    fn around(graph: &Graph, start: At, (split, join): (At, At)) -> Self {
        let nodes = graph.flow.nodes.len();
        let walk = |from: Vec<At>, next: &dyn Fn(At) -> Vec<At>| {
            let mut reached = vec![false; nodes];
            let mut ahead = from;
            while let Some(at) = ahead.pop() {
                if !std::mem::replace(&mut reached[at], true) {
                    ahead.extend(next(at));
                }
            }
            reached
        };
        let targets = |at: At| graph.targets(at).collect::<Vec<_>>();
        let after = walk(targets(split), &|at| if at == split || at == join { Vec::new() } else { targets(at) });
        let before_join: Vec<Vec<At>> = (0..nodes)
            .map(|to| (0..nodes).filter(|from| *from != split && graph.targets(*from).any(|at| at == to)).collect())
            .collect();
        let leads_in = walk(vec![join], &|at| before_join[at].clone());
        let outside = walk(vec![start], &|at| if at == split { vec![join] } else { targets(at) });
        let is_inside = |at: At| at != split && at != join && after[at] && leads_in[at];
        Self { split, inside: (0..nodes).map(is_inside).collect(), leads_in, outside }
    }

    pub fn holds(&self, node: At) -> bool {
        self.inside[node]
    }

    /// A node reached from a branch, that really belongs to what comes before the split or after the join.
    pub fn excludes(&self, node: At) -> bool {
        self.outside[node] && !self.leads_in[node]
    }
}
