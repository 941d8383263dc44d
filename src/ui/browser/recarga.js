// Reloads the page when `timon serve` says that the course has changed. Only that command adds it to a page.
new EventSource("/__recarga").onmessage = () => location.reload();
