// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title An incentive mechanism that announces whatever its owner says.
contract PlainMechanism {
    event Refund(address recipient, uint256 amount);
    event Report(address recipient, uint256 amount);

    address public immutable owner;

    constructor(address owner_) {
        owner = owner_;
    }

    function refunded(address recipient, uint256 amount) external {
        require(msg.sender == owner);
        emit Refund(recipient, amount);
    }

    function reported(address recipient, uint256 amount) external {
        require(msg.sender == owner);
        emit Report(recipient, amount);
    }
}

/// @title A trainer that, as those deployed before ours, does not say which sample a claim is about.
contract PlainTrainer {
    event AddData(int64[] d, uint64 c, uint256 t, address indexed sender, uint256 cost);

    PlainMechanism public immutable incentiveMechanism = new PlainMechanism(address(this));

    function addData(int64[] calldata data, uint64 classification) external payable {
        emit AddData(data, classification, block.timestamp, msg.sender, msg.value);
    }

    function refund(int64[] calldata, uint64, uint256) external {
        incentiveMechanism.refunded(msg.sender, 5);
    }

    function report(int64[] calldata, uint64, uint256, address) external {
        incentiveMechanism.reported(msg.sender, 3);
    }
}
