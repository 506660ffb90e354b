/*
 * A layered layout of a graph, from left to right, after Sugiyama: cycles are broken,
 * nodes get layers, edges that skip layers get bends, and barycentres order each layer.
 */

/** Lays out a graph; returns the nodes' centres, the edges' points and the size of it all. */
export function layout(ids, edges, { width, height, gapX, gapY }) {
  const forward = breakCycles(ids, edges);
  const ranks = rank(ids, forward);
  const layers = [];
  const chains = forward.map((edge) => chain(edge, ranks, layers));
  ids.forEach((id) => place(layers, ranks.get(id), { id, up: [], down: [] }));
  const byId = new Map(layers.flat().map((node) => [node.id, node]));
  chains.flat().forEach(([from, to]) => {
    byId.get(from).down.push(byId.get(to));
    byId.get(to).up.push(byId.get(from));
  });
  order(layers);
  const centres = positions(layers, { width, height, gapX, gapY });
  const tall = Math.max(0, ...[...centres.values()].map(({ y }) => y)) + height / 2;
  return { centres, width: layers.length * (width + gapX) - gapX, height: tall,
    edges: forward.map(({ edge, reversed }, index) => {
      const points = chains[index].length === 0 ? [] : [chains[index][0][0], ...chains[index].map(([, to]) => to)].map((id) => centres.get(id));
      return { edge, points: reversed ? points.reverse() : points };
    }) };
}

// Edges that lead back into the path that is being walked are turned around.
function breakCycles(ids, edges) {
  const outgoing = new Map(ids.map((id) => [id, []]));
  edges.forEach((edge) => outgoing.get(edge.from).push(edge));
  const state = new Map();
  const back = new Set();
  const roots = [...ids].sort((one, other) => incoming(edges, one) - incoming(edges, other));
  for (const root of roots) {
    const stack = state.has(root) ? [] : [{ id: root, next: 0 }];
    state.has(root) || state.set(root, 'open');
    while (stack.length > 0) {
      const top = stack.at(-1);
      const edge = outgoing.get(top.id)[top.next++];
      if (!edge) {
        state.set(top.id, 'done');
        stack.pop();
      }
      else if (state.get(edge.to) === 'open') {
        back.add(edge);
      }
      else if (!state.has(edge.to)) {
        state.set(edge.to, 'open');
        stack.push({ id: edge.to, next: 0 });
      }
    }
  }
  return edges.map((edge) => back.has(edge) ? { edge, from: edge.to, to: edge.from, reversed: true }
    : { edge, from: edge.from, to: edge.to, reversed: false });
}

function incoming(edges, id) {
  return edges.filter((edge) => edge.to === id && edge.from !== id).length;
}

// The longest way from a source; a source stands right before what it calls.
function rank(ids, edges) {
  const ranks = new Map(ids.map((id) => [id, 0]));
  const real = edges.filter(({ from, to }) => from !== to);
  for (let changed = true, round = 0; changed && round <= ids.length; round++) {
    changed = false;
    for (const { from, to } of real) {
      if (ranks.get(to) < ranks.get(from) + 1) {
        ranks.set(to, ranks.get(from) + 1);
        changed = true;
      }
    }
  }
  for (const id of ids) {
    const called = real.filter(({ from }) => from === id).map(({ to }) => ranks.get(to));
    if (called.length > 0 && !real.some(({ to }) => to === id)) {
      ranks.set(id, Math.min(...called) - 1);
    }
  }
  return ranks;
}

// The steps of an edge from layer to layer.
function chain({ from, to, edge }, ranks, layers) {
  if (from === to) {
    return [];
  }
  const steps = [];
  let last = from;
  for (let layer = ranks.get(from) + 1; layer < ranks.get(to); layer++) {
    const bend = { id: { edge, layer }, bend: true, up: [], down: [] };
    place(layers, layer, bend);
    steps.push([last, bend.id]);
    last = bend.id;
  }
  steps.push([last, to]);
  return steps;
}

function place(layers, layer, node) {
  while (layers.length <= layer) {
    layers.push([]);
  }
  layers[layer].push(node);
}

function order(layers) {
  const index = () => layers.forEach((layer) => layer.forEach((node, at) => {
    node.at = at;
  }));
  index();
  for (let sweep = 0; sweep < 10; sweep++) {
    const down = sweep % 2 === 0;
    for (const layer of down ? layers : [...layers].reverse()) {
      layer.forEach((node) => {
        const near = down ? node.up : node.down;
        node.weight = near.length > 0 ? near.reduce((sum, each) => sum + each.at, 0) / near.length : node.at;
      });
      layer.sort((one, other) => one.weight - other.weight || one.at - other.at);
      layer.forEach((node, at) => {
        node.at = at;
      });
    }
  }
}

function positions(layers, { width, height, gapX, gapY }) {
  const room = (one, other) => ((one.bend ? height / 3 : height) + (other.bend ? height / 3 : height)) / 2 + gapY;
  layers.forEach((layer) => layer.forEach((node, at) => {
    node.y = at === 0 ? height / 2 : layer[at - 1].y + room(layer[at - 1], node);
  }));
  for (let round = 0; round < 12; round++) {
    for (const layer of round % 2 === 0 ? layers : [...layers].reverse()) {
      const wished = layer.map((node) => {
        const near = [...node.up, ...node.down];
        return near.length > 0 ? near.reduce((sum, each) => sum + each.y, 0) / near.length : node.y;
      });
      const lower = [...wished];
      const upper = [...wished];
      layer.forEach((node, at) => at > 0 && (lower[at] = Math.max(lower[at], lower[at - 1] + room(layer[at - 1], node))));
      [...layer.keys()].reverse().forEach((at) => at < layer.length - 1
        && (upper[at] = Math.min(upper[at], upper[at + 1] - room(layer[at], layer[at + 1]))));
      layer.forEach((node, at) => {
        node.y = (lower[at] + upper[at]) / 2;
      });
    }
  }
  const top = Math.min(...layers.flat().map((node) => node.y - height / 2));
  return new Map(layers.flatMap((layer, at) => layer.map((node) => [node.id, { x: at * (width + gapX) + width / 2, y: node.y - top, bend: node.bend }])));
}
