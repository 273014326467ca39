'use strict';
(() => {
  const data = JSON.parse(document.querySelector('script[type="application/json"]').textContent);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const palette = {light: ['#2a6fdb', '#e07b00', '#16896a', '#8b3fc4', '#c2355b', '#5d6878'],
                   dark: ['#6ea8ff', '#ffb054', '#55cfa5', '#c792f5', '#ff86a6', '#9aa6b6']};
  const scale = {light: ['#ffffff', '#cfe3f7', '#7fb5e0', '#2f7fc1', '#0f4c8a', '#08244a'],
                 dark: ['#12161c', '#123a5c', '#1f6aa5', '#4aa3df', '#a8dcf5', '#ffffff']};
  const short = v => {
    if (typeof v !== 'number') return v;
    const a = Math.abs(v);
    return a !== 0 && (a < 1e-3 || a >= 1e6) ? v.toExponential(3) : String(Number(v.toPrecision(6)));
  };
  function axis(a, ink, across) {
    return {type: a.log ? 'log' : 'value', name: a.label, nameLocation: 'middle', nameGap: across ? 30 : 52,
      scale: true, nameTextStyle: {color: ink.soft}, axisLabel: {color: ink.soft, formatter: short, hideOverlap: true},
      axisLine: {lineStyle: {color: ink.line}}, splitLine: {lineStyle: {color: ink.line, opacity: 0.6}}};
  }
  function lines(plot, ink) {
    const names = [...new Set(plot.curves.map(c => c.name))];
    const series = plot.curves.map((c, i) => {
      const marks = c.style === 'POINTS' || c.style === 'MARKED';
      const colour = ink.palette[names.indexOf(c.name) % ink.palette.length];
      return {name: c.name, data: c.points, type: c.style === 'POINTS' ? 'scatter' : 'line',
        step: c.style === 'STEP' ? 'end' : false, showSymbol: marks, symbolSize: c.style === 'POINTS' ? 5 : 7,
        sampling: c.points.length > 4000 ? 'lttb' : undefined, color: colour,
        lineStyle: {width: {DASHED: 1.6, THIN: 1}[c.style] || 2, type: c.style === 'DASHED' ? 'dashed' : 'solid'},
        emphasis: {disabled: true},
        markLine: i ? undefined : {symbol: 'none', silent: true, animation: false,
          lineStyle: {color: ink.soft, type: 'dotted'},
          label: {color: ink.soft, formatter: m => m.name, position: 'insideEndTop'},
          data: plot.marks.map(m => ({xAxis: m.x, name: m.label}))}};
    });
    return {series, legend: {data: names, top: 0, textStyle: {color: ink.text}, icon: 'roundRect', itemHeight: 4,
                             show: names.length > 1},
      grid: {left: 70, right: 18, top: names.length > 1 ? 36 : 16, bottom: 48},
      dataZoom: [{type: 'inside', filterMode: 'none'}],
      tooltip: {trigger: 'axis', valueFormatter: v => short(Array.isArray(v) ? v[1] : v), confine: true,
                axisPointer: {label: {formatter: p => short(p.value)}}},
      xAxis: axis(plot.x, ink, true), yAxis: axis(plot.y, ink, false)};
  }
  function map(plot, ink) {
    const cells = [];
    plot.z.forEach((row, j) => row.forEach((v, i) => { if (v !== null) cells.push([i, j, v]); }));
    const category = (values, ticks, a, across) => ({type: 'category', data: values.map(short), name: a.label,
      nameLocation: 'middle', nameGap: across ? 30 : 52, nameTextStyle: {color: ink.soft},
      axisLabel: {color: ink.soft, interval: i => ticks[i] !== '', formatter: (v, i) => ticks[i]},
      axisTick: {show: false}});
    const over = {xAxisIndex: 1, yAxisIndex: 1, silent: true, type: 'line', symbol: 'none', color: ink.over, z: 5};
    const overlays = plot.lines.flatMap(places => [
      {...over, data: places.map(p => [p[0], p[1]]), lineStyle: {width: 2.5}},
      ...places.filter(p => p[2] > 0).map(p =>
        ({...over, data: [[p[0], p[1] - p[2]], [p[0], p[1] + p[2]]], symbol: 'rect', symbolSize: [9, 2], lineStyle: {width: 1.5}}))]);
    const hidden = values => ({type: 'value', min: -0.5, max: values.length - 0.5, show: false});
    return {series: [{type: 'heatmap', data: cells, progressive: 0, emphasis: {disabled: true}}, ...overlays],
      grid: {left: 70, right: 96, top: 16, bottom: 48, show: true, borderWidth: 0, backgroundColor: ink.line},
      visualMap: {min: plot.min, max: plot.max > plot.min ? plot.max : plot.min + 1, calculable: true, right: 0, top: 'middle', precision: 3,
        seriesIndex: 0, textStyle: {color: ink.soft}, inRange: {color: ink.scale}},
      tooltip: {formatter: p => `${short(plot.xs[p.value[0]])}, ${short(plot.ys[p.value[1]])}: ${short(p.value[2])}`},
      xAxis: [category(plot.xs, plot.xTicks, plot.x, true), hidden(plot.xs)],
      yAxis: [category(plot.ys, plot.yTicks, plot.y, false), hidden(plot.ys)]};
  }
  document.querySelectorAll('.equation').forEach(place =>
    katex.render(place.textContent, place, {displayMode: true, throwOnError: false}));
  const plots = new Map(data.map(plot => [plot.id, plot]));
  const charts = new Map();
  let mode = dark.matches ? 'dark' : 'light';
  function draw(id) {
    if (charts.has(id)) return;
    const style = getComputedStyle(document.documentElement);
    const ink = {text: style.getPropertyValue('--ink'), soft: style.getPropertyValue('--soft'),
      line: style.getPropertyValue('--line'), palette: palette[mode], scale: scale[mode], over: '#d95f02'};
    const plot = plots.get(id);
    const chart = echarts.init(document.getElementById(id), null, {renderer: 'canvas'});
    const option = plot.kind === 'map' ? map(plot, ink) : lines(plot, ink);
    chart.setOption({animation: false, textStyle: {fontFamily: 'inherit'}, ...option});
    charts.set(id, chart);
  }
  function redraw(colours, ids) {
    mode = colours;
    charts.forEach(chart => chart.dispose());
    charts.clear();
    ids.forEach(draw);
  }
  // A plot is drawn when it comes near the window, and all of them before printing, on white.
  const seen = new IntersectionObserver(entries => entries.forEach(entry => {
    if (entry.isIntersecting) draw(entry.target.id);
  }), {rootMargin: '600px'});
  plots.forEach((plot, id) => seen.observe(document.getElementById(id)));
  const screen = () => dark.matches ? 'dark' : 'light';
  dark.addEventListener('change', () => redraw(screen(), [...charts.keys()]));
  window.addEventListener('beforeprint', () => redraw('light', [...plots.keys()]));
  window.addEventListener('afterprint', () => redraw(screen(), [...charts.keys()]));
  window.addEventListener('resize', () => charts.forEach(chart => chart.resize()));
})();
