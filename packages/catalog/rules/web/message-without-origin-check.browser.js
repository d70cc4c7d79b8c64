// ruleid: message-without-origin-check
window.addEventListener('message', (event) => {
  document.title = event.data.title;
});

// ruleid: message-without-origin-check
window.onmessage = function (event) {
  show(event.data);
};

// ok: message-without-origin-check
window.addEventListener('message', (event) => {
  if (event.origin !== 'https://shop.example.com') return;
  show(event.data);
});

// ok: message-without-origin-check
window.addEventListener('resize', (event) => {
  show(event.target);
});
