// Node reads this when it starts: it may open no connection and ask for no name.
const net = require("node:net");
const dns = require("node:dns");

function refuse() {
  throw new Error("A build asked for the network.");
}

net.Socket.prototype.connect = refuse;
dns.lookup = refuse;
dns.promises.lookup = refuse;
