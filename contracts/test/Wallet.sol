// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title A wallet that is a contract: it calls what it is told, and does something of its own when it is paid.
contract Wallet {
    enum Habit {
        Accept,
        Refuse,
        SpendGas,
        CallBack,
        CallBackOrRefuse
    }

    Habit public habit;
    address public to;
    bytes public callBack;
    uint256 public payments;
    uint256 public callBacksThatWorked;
    bytes public lastRefusal;
    mapping(uint256 => uint256) private _ledger;

    receive() external payable {
        payments += 1;
        if (habit == Habit.Refuse) revert("no, thanks");
        if (habit == Habit.SpendGas) {
            for (uint256 i = 0; i < 40; i++) {
                _ledger[payments * 100 + i] = msg.value;
            }
        }
        if (habit >= Habit.CallBack) {
            (bool ok, bytes memory answer) = to.call(callBack);
            if (ok) callBacksThatWorked += 1;
            else lastRefusal = answer;
            if (!ok && habit == Habit.CallBackOrRefuse) revert("let me in");
        }
    }

    function behave(Habit newHabit, address to_, bytes calldata callBack_) external {
        habit = newHabit;
        to = to_;
        callBack = callBack_;
    }

    function run(address target, uint256 value, bytes calldata callData) external {
        (bool ok, bytes memory answer) = target.call{value: value}(callData);
        if (!ok) {
            assembly {
                revert(add(answer, 0x20), mload(answer))
            }
        }
    }
}
