//! Lists per key in one allocation, and strongly connected components.

use std::ops::Range;

/// For each key from 0 a list of numbers, in the order given.
#[derive(Debug)]
pub(crate) struct Lists {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    pub fn new(keys: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut starts = vec![0_u32; keys + 1];
        for (key, _) in pairs.clone() {
            starts[key as usize + 1] += 1;
        }
        for key in 0..keys {
            starts[key + 1] += starts[key];
        }
        let mut next = starts.clone();
        let mut items = vec![0; starts[keys] as usize];
        for (key, item) in pairs {
            items[next[key as usize] as usize] = item;
            next[key as usize] += 1;
        }
        Self { starts, items }
    }

    pub fn of(&self, key: u32) -> &[u32] {
        &self.items[self.range(key)]
    }

    /// Where the list of a key lies in [`Lists::items`].
    pub fn range(&self, key: u32) -> Range<usize> {
        let key = key as usize;
        self.starts[key] as usize..self.starts[key + 1] as usize
    }

    /// All lists one after another.
    pub fn items(&self) -> &[u32] {
        &self.items
    }

    pub fn keys(&self) -> usize {
        self.starts.len() - 1
    }
}

/// The strongly connected components of a graph.
#[derive(Debug)]
pub(crate) struct Components {
    /// The nodes, each after everything it leads to, unless they form a cycle.
    pub order: Vec<u32>,
    /// Per node its component; a component has a lower number than those that lead
    /// to it.
    pub of: Vec<u32>,
    /// Per node whether it lies on a cycle.
    pub cyclic: Vec<bool>,
}

const UNSEEN: u32 = u32::MAX;

impl Components {
    /// Tarjan's algorithm with its own stack: a chain of ten thousand stays must not
    /// exhaust the thread's.
    pub fn new(edges: &Lists) -> Self {
        let count = edges.keys();
        let mut order = Vec::with_capacity(count);
        let mut of = vec![UNSEEN; count];
        let mut cyclic = vec![false; count];
        let mut found = vec![UNSEEN; count];
        let mut low = vec![0_u32; count];
        let (mut time, mut component) = (0, 0);
        let mut open: Vec<u32> = Vec::new();
        let mut calls: Vec<(u32, usize)> = Vec::new();
        for root in 0..count as u32 {
            if found[root as usize] != UNSEEN {
                continue;
            }
            calls.push((root, 0));
            while let Some((node, edge)) = calls.pop() {
                let n = node as usize;
                if edge == 0 {
                    found[n] = time;
                    low[n] = time;
                    time += 1;
                    open.push(node);
                }
                let next = edges.of(node);
                let mut descend = None;
                let mut at = edge;
                while at < next.len() {
                    let to = next[at] as usize;
                    at += 1;
                    if found[to] == UNSEEN {
                        descend = Some(next[at - 1]);
                        break;
                    }
                    if of[to] == UNSEEN {
                        low[n] = low[n].min(found[to]);
                    }
                }
                if let Some(to) = descend {
                    calls.push((node, at));
                    calls.push((to, 0));
                    continue;
                }
                if low[n] == found[n] {
                    let first = open.iter().rposition(|&o| o == node).unwrap_or(0);
                    let members = open.split_off(first);
                    let on_cycle = members.len() > 1 || next.contains(&node);
                    for member in members {
                        of[member as usize] = component;
                        cyclic[member as usize] = on_cycle;
                        order.push(member);
                    }
                    component += 1;
                }
                if let Some(&(parent, _)) = calls.last() {
                    let parent = parent as usize;
                    low[parent] = low[parent].min(low[n]);
                }
            }
        }
        Self { order, of, cyclic }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_node_leads_to_comes_before_it_and_cycles_are_marked() {
        // 0 -> 1 -> 2 -> 1, 3 -> 3, 4 -> 0, 5 alone.
        let edges = [(0, 1), (1, 2), (2, 1), (3, 3), (4, 0)];
        let components = Components::new(&Lists::new(6, edges.into_iter()));
        assert_eq!(components.cyclic, [false, true, true, true, false, false]);
        assert_eq!(components.of[1], components.of[2]);
        for (from, to) in edges {
            assert!(components.of[to as usize] <= components.of[from as usize]);
        }
        assert_eq!(components.order.len(), 6);
    }

    #[test]
    fn a_chain_of_a_hundred_thousand_does_not_exhaust_the_stack() {
        let count = 100_000;
        let edges = (0..count - 1).map(|n| (n, n + 1));
        let components = Components::new(&Lists::new(count as usize, edges));
        assert_eq!(components.order.first(), Some(&(count - 1)));
    }
}
