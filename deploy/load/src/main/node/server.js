'use strict';

// What chat-service is measured beside: the usual socket.io server, one process, everything as it
// comes. It knows who asks by the same tokens, and does with a message what every chat does; it
// writes nothing down. Arguments: the port, and where the keys of the tokens are.

const { createPublicKey, randomUUID } = require('node:crypto');
const { createServer } = require('node:http');
const jwt = require('jsonwebtoken');
const { Server } = require('socket.io');

const [port, keysUrl] = process.argv.slice(2);
const ISSUER = 'https://stallcast.local';
const LONGEST_TEXT = 2000;
const LONGEST_CLIENT_ID = 64;

const keys = new Map();
const positions = new Map();

async function fetchKeys() {
  const { keys: found } = await (await fetch(keysUrl)).json();
  found.forEach((key) => keys.set(key.kid, createPublicKey({ key, format: 'jwk' })));
}

function verify(token) {
  const key = (header, done) => done(null, keys.get(header.kid));
  return new Promise((resolve, reject) => {
    jwt.verify(token, key, { algorithms: ['RS256'], issuer: ISSUER }, (error, claims) =>
      error ? reject(error) : resolve(claims));
  });
}

function isText(value, longest) {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longest;
}

function isMessage(message) {
  return message !== null && typeof message === 'object'
    && isText(message.clientId, LONGEST_CLIENT_ID) && isText(message.text, LONGEST_TEXT);
}

function next(room) {
  const position = (positions.get(room) ?? 0) + 1;
  positions.set(room, position);
  return position;
}

const http = createServer();
const io = new Server(http);

io.use(async (socket, next) => {
  try {
    const { token, room } = socket.handshake.auth;
    const { sub, name } = await verify(token);
    socket.data = { room, author: { id: sub, displayName: name, badges: [] } };
    next();
  } catch {
    next(new Error('unauthenticated'));
  }
});

io.on('connection', (socket) => {
  const { room, author } = socket.data;
  socket.join(room);
  socket.emit('welcome', { position: positions.get(room) ?? 0 });

  socket.on('send', (message, acknowledge) => {
    if (typeof acknowledge !== 'function') {
      return;
    }
    if (!isMessage(message)) {
      acknowledge({ error: 'invalid' });
      return;
    }
    const { clientId, text } = message;
    const said = {
      position: next(room),
      id: randomUUID(),
      clientId,
      author,
      text: text.trim(),
      sentAt: new Date().toISOString(),
    };
    io.to(room).emit('message', said);
    acknowledge({ clientId, id: said.id, position: said.position });
  });
});

fetchKeys().then(() => http.listen(Number(port), '127.0.0.1', 1024, () => console.log('ready')));
